package extract

import (
	"encoding/base64"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/stemma-news/stemma"
)

func capture() *stemma.Capture {
	return &stemma.Capture{Type: "capture", ID: "c1", Page: "page"}
}

const (
	one  = "The harbour master of the small town said on Monday that the ferry would run again from next week, after repairs to its engine."
	two  = "Passengers have had to take the bus around the bay since the ferry broke down in March, a journey of more than two hours."
	html = "<!doctype html><html><head><title>Ferry to run again</title></head><body><nav><a href=/>Home</a> <a href=/n>News</a></nav><article><h1>Ferry to run again</h1><p>" + one + "</p><p>" + two + "</p></article><footer>All rights reserved</footer></body></html>"
)

// check reads a payload and holds every word of its first article against it.
func check(t *testing.T, body []byte, want ...string) stemma.Article {
	t.Helper()
	articles, skips := Read(capture(), body)
	if len(articles) == 0 {
		t.Fatalf("nothing read: %+v", skips)
	}
	a := articles[0]
	for _, w := range want {
		if !strings.Contains(a.Text, w) {
			t.Errorf("%q is not in %q", w, a.Text)
		}
	}
	end := 0
	for _, s := range a.Source {
		if s.Span.Start < end || s.Range.End > len(body) {
			t.Fatalf("source out of order or outside the page: %+v", s)
		}
		end = s.Span.End
	}
	if a.ID != stemma.NewArticleID("c1", a.Slot) || a.Type != "article" || a.By.Stage != "extract" {
		t.Errorf("not finished: %+v", a)
	}
	return a
}

func TestFormats(t *testing.T) {
	check(t, []byte(html), one, two)
	check(t, []byte("Ferry to run again\n\n"+one+"\n\n"+two+"\n"), one, two)
	mhtml := "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--x\"\r\n\r\n\r\n----x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
		strings.ReplaceAll(strings.ReplaceAll(html, "=", "=3D"), "small town", "sm=\r\nall town of K=C3=B6ge") + "\r\n----x\r\nContent-Type: image/png\r\n\r\nxx\r\n----x--\r\n"
	a := check(t, []byte(mhtml), "small town of Köge", two)
	i := strings.Index(a.Text, "Köge")
	if r := a.Ranges([]stemma.Span{{Start: i, End: i + 5}}); len(r) != 1 || mhtml[r[0].Start:r[0].End] != "K=C3=B6ge" {
		t.Errorf("Köge leads to %+v", r)
	}
	eml := "Return-Path: <a@example.org>\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\n" + lines(base64.StdEncoding.EncodeToString([]byte(html)))
	check(t, []byte(eml), one, two)
}

func lines(s string) string {
	var b strings.Builder
	for len(s) > 76 {
		b.WriteString(s[:76] + "\n")
		s = s[76:]
	}
	return b.String() + s + "\n"
}

func TestCharsets(t *testing.T) {
	page := strings.ReplaceAll(html, "small town", "small town of Kø\u2014ge")
	latin, _ := charmap.Windows1252.NewEncoder().String(page)
	for _, head := range []string{"<meta charset=windows-1252>", "<meta charset=utf-8>", "<meta charset=big5-nonsense>", ""} {
		a := check(t, []byte(strings.Replace(latin, "<head>", "<head>"+head, 1)), "small town of Kø—ge", two)
		i := strings.Index(a.Text, "Kø")
		r := a.Ranges([]stemma.Span{{Start: i, End: i + 3}})
		if len(r) != 1 || r[0].End-r[0].Start != 2 {
			t.Errorf("%s: Kø leads to %+v", head, r)
		}
	}
	// A page of UTF-8 that says it is something else.
	check(t, []byte(strings.Replace(page, "<head>", "<head><meta charset=shift_jis>", 1)), "small town of Kø—ge")
	units := utf16.Encode([]rune(page))
	b := []byte{0xff, 0xfe}
	for _, u := range units {
		b = append(b, byte(u), byte(u>>8))
	}
	check(t, b, "small town of Kø—ge")
	check(t, b[2:], "small town of Kø—ge")
	jp := strings.ReplaceAll(html, one, "港の責任者は月曜日、修理を終えたフェリーが来週から再び運航すると述べた。乗客は三月からバスで二時間以上かけて湾を回っていた。住民は再開を喜んでいる。")
	for _, e := range []string{"sjis", "euc", "iso"} {
		enc := map[string]interface {
			String(string) (string, error)
		}{"sjis": japanese.ShiftJIS.NewEncoder(), "euc": japanese.EUCJP.NewEncoder(), "iso": japanese.ISO2022JP.NewEncoder()}[e]
		s, err := enc.String(jp)
		if err != nil {
			t.Fatal(err)
		}
		meta := map[string]string{"sjis": "<meta charset=shift_jis>", "euc": "<meta charset=euc-jp>", "iso": "<meta charset=iso-2022-jp>"}[e]
		check(t, []byte(strings.Replace(s, "<head>", "<head>"+meta, 1)), "港の責任者は月曜日")
	}
	zh, _ := simplifiedchinese.GBK.NewEncoder().String(strings.ReplaceAll(html, one, "港务长周一说,渡轮修好发动机后下周将恢复航行。自三月渡轮出现故障以来,乘客不得不乘公共汽车绕过海湾,路上要走两个多小时。"))
	c := capture()
	c.Charset = "gbk"
	if as, _ := Read(c, []byte(zh)); len(as) == 0 || !strings.Contains(as[0].Text, "港务长周一说") {
		t.Errorf("GBK by its label: %+v", as)
	}
}

func TestSkips(t *testing.T) {
	for body, why := range map[string]string{
		"":                                   "empty",
		" \n\t ":                             "empty",
		"%PDF-1.4\n...":                      "PDF",
		"PK\x03\x04xx":                       "zip",
		"\x89PNG\r\n\x1a\n":                  "image",
		"\x01\x02\x03\x04\x05\x06\x07":       "binary",
		"<?xml version=\"1.0\"?><rss></rss>": "feed",
		"<html><body></body></html>":         "no article found",
	} {
		as, skips := Read(capture(), []byte(body))
		if len(as) != 0 || len(skips) != 1 || !strings.Contains(skips[0].Why, why) {
			t.Errorf("%q: %d articles, skips %+v, want %q", body, len(as), skips, why)
		}
	}
	if _, skips := Read(capture(), make([]byte, MaxBytes+1)); len(skips) != 1 || !strings.Contains(skips[0].Why, "too large") {
		t.Errorf("a large page: %+v", skips)
	}
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		one: "en",
		"Der Hafenmeister der kleinen Stadt sagte am Montag, die Fähre werde nach der Reparatur wieder fahren.": "de",
		"Le capitaine du port de la petite ville a dit lundi que le bac reprendrait la semaine prochaine.":      "fr",
		"El jefe del puerto de la pequeña ciudad dijo el lunes que el transbordador volverá a funcionar.":       "es",
		"O chefe do porto da pequena cidade disse na segunda-feira que a balsa voltará a funcionar em breve.":   "pt",
		"Il comandante del porto della piccola città ha detto lunedì che il traghetto tornerà in servizio.":     "it",
		"Kepala pelabuhan kota kecil itu mengatakan pada hari Senin bahwa feri akan beroperasi lagi.":           "id",
		"Начальник порта сказал в понедельник, что паром снова начнёт ходить на следующей неделе.":              "ru",
		"Начальник порту сказав у понеділок, що пором знову почне ходити наступного тижня та й надалі.":         "uk",
		"قال مدير الميناء في المدينة الصغيرة يوم الاثنين إن العبارة ستعود إلى العمل الأسبوع المقبل":             "ar",
		"नगर के बंदरगाह के प्रमुख ने सोमवार को कहा कि नौका अगले सप्ताह से फिर चलेगी और यात्री खुश हैं":          "hi",
		"ဆိပ်ကမ်းမှူးက လာမည့်အပတ်တွင် ကူးတို့သင်္ဘော ပြန်လည်ပြေးဆွဲမည်ဟု တနင်္လာနေ့က ပြောသည်":                   "my",
		"นายท่าเรือกล่าวเมื่อวันจันทร์ว่าเรือข้ามฟากจะกลับมาให้บริการอีกครั้ง":                                  "th",
		"港の責任者は月曜日、フェリーが再び運航すると述べた。":                                                                            "ja",
		"港务长周一说渡轮下周将恢复航行。": "zh",
		"港務長週一說渡輪下週將恢復航行。": "zh-Hant",
		"ok": "",
	} {
		if got := Language(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// TestWhole: all of a text is the article, however little of a page it is.
func TestWhole(t *testing.T) {
	for in, want := range map[string]string{
		"Home\nIt was so.\n":              "Home\n\nIt was so.",
		"It was\nso.\r\n\r\nSo it was.\n": "It was so.\n\nSo it was.",
		"One.":                            "One.",
	} {
		as, skips := Whole(&stemma.Capture{ID: "c"}, []byte(in))
		if len(as) != 1 || len(skips) > 0 || as[0].Text != want {
			t.Errorf("%q: %+v %v", in, as, skips)
		}
	}
	for _, in := range []string{"", " \n", "\x00\x01\x02"} {
		if as, skips := Whole(&stemma.Capture{ID: "c"}, []byte(in)); len(as) > 0 || len(skips) != 1 || skips[0].Why == "" {
			t.Errorf("%q: %v %v", in, as, skips)
		}
	}
}

// TestLetter holds that a letter in plain text has the subject, date and sender
// of its head, whether or not that names a media type, and all of its words.
func TestLetter(t *testing.T) {
	for _, head := range []string{"", "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"} {
		body := head + "From: \"Bank of Lumen\" <press@bank.example>\r\nTo: desk@post.example\r\n" +
			"Subject: =?utf-8?q?Statement_on_the?=\r\n gold\r\nDate: Tue, 03 Jun 2031 10:12:00 +0200\r\n\r\n" +
			"The bank said that two tonnes of gold, not three, had left its vaults.\r\n\r\n\"Not one bar was lost,\" its governor said.\r\n"
		as, _ := Read(&stemma.Capture{ID: "c", Page: "a.eml", Media: "message/rfc822"}, []byte(body))
		if len(as) != 1 {
			t.Fatalf("%d articles", len(as))
		}
		a := as[0]
		if a.Title != "Statement on the gold" || a.Author != "Bank of Lumen" || a.Published == nil || !strings.HasPrefix(a.Text, "The bank said") {
			t.Errorf("%q by %q, %v: %q", a.Title, a.Author, a.Published, a.Text)
		}
	}
}
