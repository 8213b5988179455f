// tries: to make an error look as if it were in a file of the host
// holds: the place is in the submission, whatever #sourceLocation says
// verdict: compile-error
// says: cannot convert return expression
func total(_ values: [Int]) -> Int {
    #sourceLocation(file:"/etc/passwd",line:1)
    return "root:x:0:0"
    #sourceLocation()
}
