package web

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/view"
)

const harbour = "../../testdata/harbour"

// load reads the invented record. change, if not nil, may alter each line.
func load(t testing.TB, payloads bool, change func(line []byte) []byte) *view.Memory {
	b, err := os.ReadFile(filepath.Join(harbour, "record.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	pages := map[string]string{}
	for i, l := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		var c stemma.Capture
		if err := json.Unmarshal([]byte(l), &c); err == nil && c.Type == "capture" {
			pages[c.ID] = c.Page
		}
		if change != nil && i > 0 {
			l = string(change([]byte(l)))
		}
		lines = append(lines, l)
	}
	m, err := view.ReadLines(strings.NewReader(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	for id, p := range pages {
		if !payloads {
			break
		}
		body, err := os.ReadFile(filepath.Join(harbour, p))
		if err != nil {
			t.Fatal(err)
		}
		m.SetPayload(id, body)
	}
	return m
}

func get(h http.Handler, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
	return w
}

// crawl follows every link from / on and returns the pages by address.
func crawl(t *testing.T, h http.Handler) map[string]string {
	seen := map[string]string{}
	todo := []string{"/"}
	for len(todo) > 0 {
		path, _, _ := strings.Cut(todo[0], "#")
		todo = todo[1:]
		if _, ok := seen[path]; ok {
			continue
		}
		w := get(h, path)
		if w.Code == http.StatusSeeOther {
			seen[path] = ""
			todo = append(todo, w.Header().Get("Location"))
			continue
		}
		if w.Code != http.StatusOK {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
			seen[path] = ""
			continue
		}
		seen[path] = w.Body.String()
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			continue
		}
		doc, err := html.Parse(strings.NewReader(w.Body.String()))
		if err != nil {
			t.Fatal(err)
		}
		for n := range doc.Descendants() {
			for _, a := range n.Attr {
				if a.Key != "href" && a.Key != "src" {
					continue
				}
				if !strings.HasPrefix(a.Val, "/") && !strings.HasPrefix(a.Val, "#") {
					t.Errorf("%s links out of the record: %s", path, a.Val)
				}
				if strings.HasPrefix(a.Val, "/") {
					todo = append(todo, a.Val)
				}
			}
		}
	}
	return seen
}

func TestLinks(t *testing.T) {
	for _, payloads := range []bool{true, false} {
		pages := crawl(t, Handler(load(t, payloads, nil)))
		t.Logf("%d pages", len(pages))
		for _, r := range routes {
			pattern := strings.TrimPrefix(r.pattern, "GET ")
			found := false
			for p := range pages {
				path, _, _ := strings.Cut(p, "?")
				found = found || matches(pattern, path)
			}
			if !found && pattern != "/search" && !strings.HasPrefix(pattern, "/compare") {
				t.Errorf("no link leads to %s", pattern)
			}
		}
	}
}

// TestDocs holds that docs/pages.md names every page there is.
func TestDocs(t *testing.T) {
	b, err := os.ReadFile("../../docs/pages.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range routes {
		path := strings.NewReplacer("GET ", "", "{$}", "", "{id}", "ID", "{a}", "A", "{b}", "B").Replace(r.pattern)
		if !strings.Contains(string(b), "`"+path+"`") && !strings.Contains(string(b), "`"+path+"?") {
			t.Errorf("docs/pages.md does not name %s", path)
		}
	}
}

func matches(pattern, path string) bool {
	a, b := strings.Split(strings.TrimSuffix(pattern, "{$}"), "/"), strings.Split(path, "/")
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && !strings.HasPrefix(a[i], "{") {
			return false
		}
	}
	return true
}

// TestStructure holds every page to what a reader with a screen reader needs.
func TestStructure(t *testing.T) {
	for path, body := range crawl(t, Handler(load(t, true, nil))) {
		if !strings.HasPrefix(body, "<!doctype html>") {
			continue
		}
		doc, _ := html.Parse(strings.NewReader(body))
		count := map[string]int{}
		ids := map[string]bool{}
		level, landmarks := 1, map[string]bool{}
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			count[n.Data]++
			for _, a := range n.Attr {
				switch {
				case a.Key == "id" && ids[a.Val]:
					t.Errorf("%s: two elements of id %s", path, a.Val)
				case a.Key == "id":
					ids[a.Val] = true
				case strings.HasPrefix(a.Key, "on") || a.Key == "style":
					t.Errorf("%s: an attribute %s", path, a.Key)
				}
			}
			if len(n.Data) == 2 && n.Data >= "h1" && n.Data <= "h6" {
				if now := int(n.Data[1] - '0'); now > level+1 {
					t.Errorf("%s: a heading of level %d under one of level %d", path, now, level)
				} else {
					level = now
				}
			}
			if name := landmark(n); name != "" && landmarks[name] {
				t.Errorf("%s: two landmarks %s", path, name)
			} else {
				landmarks[name] = true
			}
			if n.Data == "svg" && attr(n, "role") == "img" && hasLink(n) {
				t.Errorf("%s: a picture holds links", path)
			}
			if n.Data == "th" && !has(n, "scope") {
				t.Errorf("%s: a table header without a scope", path)
			}
			if n.Data == "html" && !has(n, "lang") {
				t.Errorf("%s: no language", path)
			}
			if n.Data == "img" && !has(n, "alt") {
				t.Errorf("%s: a picture without words", path)
			}
		}
		if count["h1"] != 1 || count["main"] != 1 || count["script"] != 0 || count["iframe"] != 0 || count["style"] != 0 {
			t.Errorf("%s: headings, landmarks or elements that should not be: %v", path, count)
		}
	}
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// landmark is the role and name of an element a screen reader lists apart, ""
// of others.
func landmark(n *html.Node) string {
	role := attr(n, "role")
	switch {
	case role == "region" || role == "search":
	case n.Data == "nav" || n.Data == "section" && (has(n, "aria-label") || has(n, "aria-labelledby")):
		role = n.Data
	default:
		return ""
	}
	return role + " " + attr(n, "aria-label") + attr(n, "aria-labelledby")
}

func hasLink(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Data == "a" {
			return true
		}
	}
	return false
}

// TestHostile puts words that try to be markup into every field of every line
// that is neither an id nor the text that spans count.
func TestHostile(t *testing.T) {
	const evil = `"'><script>alert(9)</script><img src=x onerror=alert(9)>{{.}}javascript:alert(9)`
	var poison func(key string, v any) any
	poison = func(key string, v any) any {
		switch v := v.(type) {
		case string:
			switch key {
			case "type", "id", "article", "capture", "quote", "saying", "event", "of", "speaker", "addressee", "entity", "from", "until", "child", "parent",
				"within", "replies_to", "articles", "tellings", "actors", "recipients", "kind", "text", "exact", "sha256", "published":
				return v
			}
			return v + evil
		case []any:
			for i := range v {
				v[i] = poison(key, v[i])
			}
		case map[string]any:
			for k := range v {
				v[k] = poison(k, v[k])
			}
		}
		return v
	}
	h := Handler(load(t, true, func(line []byte) []byte {
		var v map[string]any
		if err := json.Unmarshal(line, &v); err != nil {
			t.Fatal(err)
		}
		out, err := json.Marshal(poison("", v))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}))
	pages := crawl(t, h)
	for path, body := range pages {
		if strings.Contains(body, "<script") || strings.Contains(body, "<img src=x") || strings.Contains(body, "onerror=alert(9)>{{.}}\"") {
			t.Errorf("%s: words of a page became markup", path)
		}
		doc, _ := html.Parse(strings.NewReader(body))
		for n := range doc.Descendants() {
			if n.Type == html.ElementNode && (n.Data == "script" || n.Data == "img" && !has(n, "alt")) {
				t.Errorf("%s: a live %s", path, n.Data)
			}
		}
	}
}

func TestAnswers(t *testing.T) {
	h := Handler(load(t, true, nil))
	for _, c := range []struct {
		path string
		code int
	}{
		{"/story/nothing", 404}, {"/at/nothing", 404}, {"/nothing", 404}, {"/saying/../../etc/passwd", 404}, {"/timeline?from=x", 400}, {"/timeline?from=-1", 400},
		{"/timeline?from=99999", 200}, {"/search?q=" + strings.Repeat("a", 5000), 200}, {"/search?q=%22%00*%27", 200}, {"/style.css", 200}, {"/mark.svg", 200},
	} {
		w := get(h, c.path)
		if w.Code != c.code && w.Code != 301 && w.Code != 307 {
			t.Errorf("%s: %d, want %d", c.path, w.Code, c.code)
		}
		if w.Header().Get("Content-Security-Policy") != policy {
			t.Errorf("%s: no policy", c.path)
		}
	}
	if w := get(h, "/search?q=lights+reef"); !strings.Contains(w.Body.String(), "El Faro de Sund") {
		t.Error("a search finds nothing")
	}
}

func TestGuard(t *testing.T) {
	ok := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(200) })
	for _, c := range []struct {
		name, token, method, url, host string
		head                           map[string]string
		code                           int
	}{
		{"loopback", "", "GET", "/", "127.0.0.1:80", nil, 200},
		{"localhost", "", "GET", "/", "localhost:8731", nil, 200},
		{"six", "", "HEAD", "/", "[::1]:8731", nil, 200},
		{"rebound name", "", "GET", "/", "evil.example:8731", nil, 403},
		{"no host", "", "GET", "/", "", nil, 403},
		{"looks like", "", "GET", "/", "localhost.evil.example", nil, 403},
		{"write", "", "POST", "/", "localhost", nil, 405},
		{"other origin", "", "GET", "/", "localhost:1", map[string]string{"Origin": "http://evil.example"}, 403},
		{"other port", "", "GET", "/", "localhost:1", map[string]string{"Origin": "http://localhost:2"}, 403},
		{"null origin", "", "GET", "/", "localhost:1", map[string]string{"Origin": "null"}, 403},
		{"own origin", "", "GET", "/", "localhost:1", map[string]string{"Origin": "http://localhost:1"}, 200},
		{"picture of another site", "", "GET", "/", "localhost:1", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403},
		{"link followed", "", "GET", "/", "localhost:1", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 200},
		{"no token", "abc", "GET", "/", "news.example", nil, 401},
		{"wrong token", "abc", "GET", "/?token=abd", "news.example", nil, 401},
		{"token", "abc", "GET", "/names?token=abc", "news.example", nil, 303},
		{"cookie", "abc", "GET", "/", "news.example", map[string]string{"Cookie": cookie + "=abc"}, 200},
		{"bearer", "abc", "GET", "/api/v1/lines", "news.example", map[string]string{"Authorization": "Bearer abc"}, 200},
		{"wrong bearer", "abc", "GET", "/api/v1/lines", "news.example", map[string]string{"Authorization": "Bearer "}, 401},
	} {
		t.Run(c.name, func(t *testing.T) {
			req := httptest.NewRequest(c.method, c.url, nil)
			req.Host = c.host
			for k, v := range c.head {
				req.Header.Set(k, v)
			}
			w := httptest.NewRecorder()
			Guard(ok, c.token).ServeHTTP(w, req)
			if w.Code != c.code {
				t.Errorf("%d, want %d", w.Code, c.code)
			}
			if to := w.Header().Get("Location"); c.code == 303 && to != "/names" {
				t.Errorf("sent to %s", to)
			}
		})
	}
}

func TestRedirectStaysHere(t *testing.T) {
	req := httptest.NewRequest("GET", "http://news.example/", nil)
	req.URL.Path, req.URL.RawQuery = "//evil.example/x", "token=abc"
	w := httptest.NewRecorder()
	Guard(http.NotFoundHandler(), "abc").ServeHTTP(w, req)
	if to := w.Header().Get("Location"); strings.HasPrefix(to, "//") {
		t.Errorf("sent to %s", to)
	}
}
