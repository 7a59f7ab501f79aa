package extract

import "testing"

// FuzzRead: whatever the bytes, Read gives articles or one skip, and every
// article's sources are in order of its text and within the payload.
func FuzzRead(f *testing.F) {
	f.Add([]byte(html), "")
	f.Add([]byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>caf=C3=A9 =\n"+one+"\n--x--\n"), "")
	f.Add([]byte("Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nVGhlIGZlcnJ5\ncnVucw==\n"), "")
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00\xd8\x3d\x00"), "")
	f.Add([]byte("<p>\x83\x65\x83X\x83g \x81\xff"+one), "shift_jis")
	f.Add([]byte("<meta charset=iso-2022-jp><p>\x1b$B$3$s\x1b(B "+one), "")
	f.Fuzz(func(t *testing.T, body []byte, label string) {
		if len(body) > 1<<16 {
			return
		}
		c := capture()
		c.Charset = label
		articles, skips := Read(c, body)
		if (len(articles) == 0) != (len(skips) == 1) {
			t.Fatalf("%d articles and %d skips", len(articles), len(skips))
		}
		for _, a := range articles {
			end := 0
			for _, s := range a.Source {
				if s.Span.Start < end || s.Span.End > len(a.Text) || s.Range.Start < 0 || s.Range.End > len(body) || s.Range.Start > s.Range.End {
					t.Fatalf("source out of order or out of the page: %+v", s)
				}
				end = s.Span.End
			}
		}
	})
}
