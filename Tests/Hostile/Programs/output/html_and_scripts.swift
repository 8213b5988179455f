// tries: to have HTML, a script and Markdown in the report
// holds: they are text, and nothing but text
// verdict: wrong-answer
import Glibc

func total(_ values: [Int]) -> Int {
    let text = """
        </script><script>document.title = "judge-hostile-marker"</script>
        <img src=x onerror=alert(1)><style>* { display: none }</style>--><!--]]><![CDATA[
        ![image](http://127.0.0.1/marker) [link](javascript:alert(1)) | table | ``` </details>
        &lt;b&gt; &#x1B; %1B %0A
        """
    print(text)
    fputs(text, stderr)
    return -1  // Only then is what it printed part of the report as text.
}
