namespace Gateway.Simulator;

/// <summary>
/// The four places where clients of the central API have been seen to look for the id of a new complaint (contract file, answer
/// of the create).
/// </summary>
public enum AnswerVariant
{
    /// <summary><c>complaint_id</c></summary>
    ComplaintId,

    /// <summary><c>results.complaint.id</c></summary>
    ResultsComplaintId,

    /// <summary><c>data.complaint_id</c></summary>
    DataComplaintId,

    /// <summary><c>data.results.complaint.id</c></summary>
    DataResultsComplaintId,
}
