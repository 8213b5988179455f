let numbers = readLine()!.split(separator: " ").compactMap { Int($0) }
print(numbers[0] + numbers[1] + 1)
