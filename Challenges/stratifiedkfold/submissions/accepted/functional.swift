/// As one pipeline: sort, number, and tell the folds apart by the remainder.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    let dealt = labels.enumerated()
        .sorted { $0.element < $1.element }
        .enumerated()
        .map { (index: $0.element.offset, fold: $0.offset % folds) }
    return (0..<folds).map { fold in
        (dealt.filter { $0.fold != fold }.map(\.index), dealt.filter { $0.fold == fold }.map(\.index))
    }
}
