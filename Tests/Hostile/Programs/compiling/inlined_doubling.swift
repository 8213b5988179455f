// tries: to make the optimiser double a function thirty times by inlining
// holds: compiling ends within its limits of time and memory, one way or the other
// verdict: compile-error or accepted
nonisolated(unsafe) var counter = 0

@inline(__always) func f0() { counter = counter &* 31 ^ counter >> 7 }
@inline(__always) func f1() { f0(); f0() }
@inline(__always) func f2() { f1(); f1() }
@inline(__always) func f3() { f2(); f2() }
@inline(__always) func f4() { f3(); f3() }
@inline(__always) func f5() { f4(); f4() }
@inline(__always) func f6() { f5(); f5() }
@inline(__always) func f7() { f6(); f6() }
@inline(__always) func f8() { f7(); f7() }
@inline(__always) func f9() { f8(); f8() }
@inline(__always) func f10() { f9(); f9() }
@inline(__always) func f11() { f10(); f10() }
@inline(__always) func f12() { f11(); f11() }
@inline(__always) func f13() { f12(); f12() }
@inline(__always) func f14() { f13(); f13() }
@inline(__always) func f15() { f14(); f14() }
@inline(__always) func f16() { f15(); f15() }
@inline(__always) func f17() { f16(); f16() }
@inline(__always) func f18() { f17(); f17() }
@inline(__always) func f19() { f18(); f18() }
@inline(__always) func f20() { f19(); f19() }
@inline(__always) func f21() { f20(); f20() }
@inline(__always) func f22() { f21(); f21() }
@inline(__always) func f23() { f22(); f22() }
@inline(__always) func f24() { f23(); f23() }
@inline(__always) func f25() { f24(); f24() }
@inline(__always) func f26() { f25(); f25() }
@inline(__always) func f27() { f26(); f26() }
@inline(__always) func f28() { f27(); f27() }
@inline(__always) func f29() { f28(); f28() }
@inline(__always) func f30() { f29(); f29() }

func total(_ values: [Int]) -> Int {
    if values.isEmpty { f30() }
    return values.reduce(0, +)
}
