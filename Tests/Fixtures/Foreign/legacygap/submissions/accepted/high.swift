let numbers = readLine()!.split(separator: " ").compactMap { Int($0) }
print(numbers[1])
