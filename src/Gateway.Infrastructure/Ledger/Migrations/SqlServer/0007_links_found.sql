-- Of links that are there: the gates' unless a person linked it, or it came of the judgement and is still the same. Reasons have the order of the
-- database, numbers one of their own: which is meant must be said.
UPDATE complaints SET link_found = link_to WHERE link_to IS NOT NULL AND (
    NOT EXISTS (SELECT 1 FROM events e WHERE e.number = complaints.number AND e.by_kind = 'person' AND (e.kind = 'linked' OR e.to_state = 'duplicate'))
    OR EXISTS (SELECT 1 FROM events e WHERE e.number = complaints.number AND e.from_state = 'recorded' AND e.by_kind = 'rule' AND e.reasons COLLATE Latin1_General_100_BIN2 LIKE '%' + complaints.link_to + '%'));
