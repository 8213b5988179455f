/// Estimates for each unseen customer how probable it is that it leaves.
///
/// - Parameters:
///   - header: The names of the columns, in the order of the cells of each row.
///   - customers: Training rows, cells as they stand in the table: numbers with and without units, categories, missing values in many spellings.
///   - churned: For each training row 1 if the customer left, 0 if not.
///   - unseen: At least one row to estimate.
/// - Returns: One probability from 0 to 1 for each unseen row, in their order.
func churnProbabilities(
    header: [String], customers: [[String]], churned: [Int], unseen: [[String]]
) -> [Double] {
    // Your code here.
    return []
}
