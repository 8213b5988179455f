// tries: to connect to services of its own host, and to be one, on the loopback interface and on an abstract name
// holds: nothing answers, and nothing listens
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    var results: [Int32] = []
    for descriptor in [socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0), 0, 1, 2, 3] {
        for port in [22, 53, 80, 0] as [UInt16] {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    results.append(port == 0 ? bind(descriptor, $0, 16) : connect(descriptor, $0, 16))
                }
            }
        }
        results.append(listen(descriptor, 1))
    }
    if results.contains(0) {
        print("breach: \(results)")
        return -1
    }
    return values.reduce(0, +)
}
