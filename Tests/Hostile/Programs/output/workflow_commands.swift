// tries: to command the workflow that runs the judge (GitHub, GitLab, Azure, TeamCity)
// holds: no line of a report starts with a command
// verdict: wrong-answer
import Glibc

func total(_ values: [Int]) -> Int {
    let text = """
        ::error file=/etc/passwd,line=1::judge-hostile-marker
        ::set-output name=verdict::accepted
        ::add-mask::accepted
        ::stop-commands::judge-hostile-marker
        ::warning::x\r::error::y\u{2028}::error::z
        ##vso[task.complete result=Succeeded;]
          ::error::after spaces ##[error]in the middle
        ##teamcity[testFinished name='total']
        section_start:0:judge[collapsed=true]\r\u{1B}[0Ktotal
        """
    print(text)
    fputs(text, stderr)
    return -1  // Only then is what it printed part of the report as text.
}
