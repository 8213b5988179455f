/// Predicts how many bikes are hired in each unseen hour.
///
/// - Parameters:
///   - header: The names of the columns, in the order of the cells of each row.
///   - rows: Training hours in order of time, cells as they stand in the table: dates as text, numbers with and without units, missing values.
///   - counts: For each training row the bikes that were hired; a few are wrong.
///   - unseen: At least one hour to predict, in order of time, all later than those of training.
/// - Returns: One prediction, finite and not negative, for each unseen row. It need not be an integer.
func bikeCounts(header: [String], rows: [[String]], counts: [Int], unseen: [[String]]) -> [Double] {
    // Your code here.
    return []
}
