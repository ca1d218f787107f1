-- What the gates linked, beside what a person did: it stays, so that a person's link can be taken back.
ALTER TABLE complaints ADD COLUMN link_found TEXT;

-- Of links that are there: the gates' unless a person linked it, or it came of the judgement and is still the same.
UPDATE complaints SET link_found = link_to WHERE link_to IS NOT NULL AND (
    NOT EXISTS (SELECT 1 FROM events e WHERE e.number = complaints.number AND e.by_kind = 'person' AND (e.kind = 'linked' OR e.to_state = 'duplicate'))
    OR EXISTS (SELECT 1 FROM events e WHERE e.number = complaints.number AND e.from_state = 'recorded' AND e.by_kind = 'rule' AND e.reasons LIKE '%' || complaints.link_to || '%'));
