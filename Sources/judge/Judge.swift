import JudgeCommands

@main
struct Judge {
    static func main() async {
        JudgeCommand.prepare()
        await JudgeCommand.run()
    }
}
