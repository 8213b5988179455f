extension DefaultValidator {
    /// Compares an output with the answer as it arrives; holds the answer and one word of the output.
    package struct Comparison: Sendable {
        private let validator: DefaultValidator
        private let answer: [UInt8]
        private var position = 0
        private var token: [UInt8] = []
        private var line = 1
        private var words = 0
        private var mismatch: Mismatch?

        init(validator: DefaultValidator, answer: [UInt8]) {
            self.validator = validator
            self.answer = answer
        }

        /// Whether a difference was found; what follows cannot change that.
        package var isDecided: Bool { mismatch != nil }

        /// Takes the next bytes of the output.
        package mutating func feed(_ bytes: some Collection<UInt8>) {
            let isFed: Void? = bytes.withContiguousStorageIfAvailable { feed(buffer: $0) }
            if isFed == nil { Array(bytes).withUnsafeBufferPointer { feed(buffer: $0) } }
        }

        private mutating func feed(buffer: UnsafeBufferPointer<UInt8>) {
            var index = 0
            while index < buffer.count, mismatch == nil {
                if DefaultValidator.isSpace(buffer[index]) {
                    endToken()
                    space(buffer[index])
                    index += 1
                    continue
                }
                if token.isEmpty { startToken() }
                // No word that is accepted is much longer than all that is left of the answer: digits beyond a
                // thousand say nothing.
                let limit = max(1, 1024 + answer.count - position - token.count)
                var end = index + 1
                while end < buffer.count, end - index < limit, !DefaultValidator.isSpace(buffer[end]) { end += 1 }
                let part = buffer[index..<end]
                if end - index == limit {
                    token += part
                    endToken(isCut: true)
                } else if end < buffer.count, token.isEmpty {
                    compare(part)
                } else {
                    token += part
                }
                index = end
            }
        }

        /// Ends the output.
        ///
        /// - Returns: the first difference that counts; `nil` when the output is accepted.
        package mutating func finish() -> Mismatch? {
            endToken()
            guard mismatch == nil else { return mismatch }
            if validator.isSpaceSensitive {
                if position < answer.count { fail(isSpace(position) ? .space : .tooShort) }
            } else {
                skipSpace()
                if position < answer.count { fail(.tooShort) }
            }
            return mismatch
        }

        private func isSpace(_ index: Int) -> Bool { index < answer.count && DefaultValidator.isSpace(answer[index]) }

        private mutating func skipSpace() {
            while isSpace(position) { position += 1 }
        }

        private mutating func space(_ byte: UInt8) {
            guard mismatch == nil else { return }
            if validator.isSpaceSensitive {
                guard position < answer.count, answer[position] == byte else { return fail(.space) }
                position += 1
            }
            if byte == 0x0A { line += 1 }
        }

        private mutating func startToken() {
            if validator.isSpaceSensitive {
                if isSpace(position) { fail(.space) }
            } else {
                skipSpace()
            }
        }

        private mutating func endToken(isCut: Bool = false) {
            guard mismatch == nil, !token.isEmpty else { return }
            let word = token
            token.removeAll(keepingCapacity: true)
            compare(word, isCut: isCut)
        }

        /// Compares a word of the output with the answer's next one.
        private mutating func compare(_ word: some RandomAccessCollection<UInt8>, isCut: Bool = false) {
            guard mismatch == nil else { return }
            words += 1
            var end = position
            while end < answer.count, !DefaultValidator.isSpace(answer[end]) { end += 1 }
            let expected = answer[position..<end]
            if expected.isEmpty {
                fail(.tooLong, output: word)
            } else if isCut {
                fail(.differs, output: word, answer: expected)
            } else if let reason = validator.difference(output: word, answer: expected) {
                fail(reason, output: word, answer: expected)
            }
            position = end
        }

        private mutating func fail(_ reason: Mismatch.Reason) {
            mismatch = Mismatch(reason: reason, line: line, word: words, output: nil, answer: nil)
        }

        private mutating func fail(
            _ reason: Mismatch.Reason, output: some Collection<UInt8>, answer: ArraySlice<UInt8>? = nil
        ) {
            func shown(_ word: some Collection<UInt8>) -> String {
                String(decoding: word.prefix(40), as: UTF8.self).escapingLines + (word.count > 40 ? "…" : "")
            }
            mismatch = Mismatch(
                reason: reason, line: line, word: words, output: shown(output), answer: answer.map { shown($0) })
        }
    }
}
