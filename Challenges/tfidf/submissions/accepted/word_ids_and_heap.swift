import Glibc

/// Words become numbers once; postings lie in flat arrays, word by word, and a heap keeps the `k` best documents.
func mostSimilarDocuments(
    documents: [[String]], queries: [[String]], k: Int
) -> [[(document: Int, similarity: Double)]] {
    var index = Index(documents)
    return queries.map { index.search($0, k) }
}

private struct Index {
    private var ids: [String: Int] = [:]
    private var idf: [Double] = []
    /// Where the postings of each word start; one more for the end of the last.
    private var starts: [Int] = []
    private var places: [Int] = []
    private var weights: [Double] = []
    private var similarities: [Double]

    init(_ documents: [[String]]) {
        similarities = [Double](repeating: 0, count: documents.count)
        // Distinct words of all documents, one after the other, with their counts.
        var words: [Int] = []
        var counts: [Double] = []
        var ends: [Int] = []
        var frequencies: [Int] = []
        var slots: [Int] = []
        for document in documents {
            let start = words.count
            for word in document {
                let id = ids[word] ?? ids.count
                if id == ids.count {
                    ids[word] = id
                    frequencies.append(0)
                    slots.append(-1)
                }
                // A slot from an earlier document lies before the start of this one.
                if slots[id] < start {
                    slots[id] = words.count
                    words.append(id)
                    counts.append(0)
                    frequencies[id] += 1
                }
                counts[slots[id]] += 1
            }
            ends.append(words.count)
        }
        idf = frequencies.map { log(Double(documents.count + 1) / Double($0 + 1)) + 1 }

        starts = [0]
        for frequency in frequencies { starts.append(starts.last! + frequency) }
        var next = starts
        places = [Int](repeating: 0, count: words.count)
        weights = [Double](repeating: 0, count: words.count)
        var start = 0
        for (document, end) in ends.enumerated() {
            var squares = 0.0
            for slot in start..<end {
                counts[slot] *= idf[words[slot]]
                squares += counts[slot] * counts[slot]
            }
            let norm = squares.squareRoot()
            for slot in start..<end {
                places[next[words[slot]]] = document
                weights[next[words[slot]]] = counts[slot] / norm
                next[words[slot]] += 1
            }
            start = end
        }
    }

    mutating func search(_ query: [String], _ k: Int) -> [(document: Int, similarity: Double)] {
        for document in similarities.indices { similarities[document] = 0 }
        var counts: [Int: Double] = [:]
        for word in query {
            if let id = ids[word] { counts[id, default: 0] += 1 }
        }
        var squares = 0.0
        for (id, count) in counts {
            let weight = count * idf[id]
            squares += weight * weight
            for slot in starts[id]..<starts[id + 1] { similarities[places[slot]] += weight * weights[slot] }
        }
        if squares > 0 {
            let norm = squares.squareRoot()
            for document in similarities.indices { similarities[document] /= norm }
        }
        return best(k)
    }

    /// The worst of the best is on top of the heap; of equal similarities the larger index is worse.
    private func best(_ k: Int) -> [(document: Int, similarity: Double)] {
        func isWorse(_ left: Int, _ right: Int) -> Bool {
            similarities[left] != similarities[right] ? similarities[left] < similarities[right] : left > right
        }
        var heap: [Int] = []
        func sift(_ heap: inout [Int], _ start: Int, _ count: Int) {
            var parent = start
            while 2 * parent + 1 < count {
                var child = 2 * parent + 1
                if child + 1 < count, isWorse(heap[child + 1], heap[child]) { child += 1 }
                guard isWorse(heap[child], heap[parent]) else { return }
                heap.swapAt(child, parent)
                parent = child
            }
        }
        for document in similarities.indices {
            if heap.count < k {
                heap.append(document)
                var child = heap.count - 1
                while child > 0, isWorse(heap[child], heap[(child - 1) / 2]) {
                    heap.swapAt(child, (child - 1) / 2)
                    child = (child - 1) / 2
                }
            } else if isWorse(heap[0], document) {
                heap[0] = document
                sift(&heap, 0, heap.count)
            }
        }
        // Taking the worst off the top again and again leaves the best in front.
        for count in heap.indices.reversed() {
            heap.swapAt(0, count)
            sift(&heap, 0, count)
        }
        return heap.map { ($0, similarities[$0]) }
    }
}
