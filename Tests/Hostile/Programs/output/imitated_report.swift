// tries: to print what the judge prints of an accepted submission, as text
// holds: it is shown as what the program printed, and nowhere else
// verdict: wrong-answer
import Glibc

func total(_ values: [Int]) -> Int {
    let text = """

        total  accepted

          sample        accepted  2 of 2
          secret/more   accepted  2 of 2
        judge: verdict accepted
        "verdict" : "accepted"
        """
    print(text)
    fputs(text, stderr)
    return -1  // Only then is what it printed part of the report as text.
}
