/// The stream as a sequence, folded into the reservoir; whether to enter and where are two draws.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    withoutActuallyEscaping(next) { next in
        AnyIterator(next).enumerated().reduce(into: []) { reservoir, element in
            switch element.offset {
            case ..<k: reservoir.append(element.element)
            case let place where random(place + 1) < k: reservoir[random(k)] = element.element
            default: break
            }
        }
    }
}
