package api

import (
	"bytes"
	"encoding/json"
	"flag"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/stemma-news/stemma/internal/view"
)

var update = flag.Bool("update", false, "rewrite the committed answers")

func load(t testing.TB) *view.Memory {
	f, err := os.Open("../../testdata/harbour/record.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := view.ReadLines(f)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func get(t *testing.T, path string, want int) []byte {
	t.Helper()
	w := httptest.NewRecorder()
	Handler(load(t)).ServeHTTP(w, httptest.NewRequest("GET", path, nil))
	if w.Code != want {
		t.Fatalf("%s: %d %s", path, w.Code, w.Body)
	}
	media := "application/json"
	if want != 200 {
		media = "application/problem+json"
	}
	if got := w.Header().Get("Content-Type"); got != media && !strings.HasSuffix(path, ".jsonl") {
		t.Errorf("%s: %s", path, got)
	}
	return w.Body.Bytes()
}

// TestLinesByPages holds that lines fetched a few at a time are those of an
// export, to the byte.
func TestLinesByPages(t *testing.T) {
	exported := get(t, "/api/v1/export.jsonl", 200)
	var got [][]byte
	after := ""
	for range 100 {
		var l Lines
		if err := json.Unmarshal(get(t, "/api/v1/lines?type=quote&limit=3&after="+after, 200), &l); err != nil {
			t.Fatal(err)
		}
		for _, i := range l.Items {
			got = append(got, i)
		}
		if l.Next == nil {
			break
		}
		after = *l.Next
	}
	var want [][]byte
	for _, l := range bytes.Split(exported, []byte("\n")) {
		if bytes.Contains(l, []byte(`"type":"quote"`)) {
			want = append(want, l)
		}
	}
	if len(want) < 4 || len(got) != len(want) {
		t.Fatalf("%d lines by pages, %d exported", len(got), len(want))
	}
	for i := range got {
		if !bytes.Equal(got[i], want[i]) {
			t.Errorf("line %d is another", i)
		}
	}
}

func jsonEqual(a, b []byte) bool {
	var x, y bytes.Buffer
	return json.Compact(&x, a) == nil && json.Compact(&y, b) == nil && x.String() == y.String()
}

func TestStory(t *testing.T) {
	var l Lines
	if err := json.Unmarshal(get(t, "/api/v1/lines?type=story", 200), &l); err != nil {
		t.Fatal(err)
	}
	found := false
	for _, item := range l.Items {
		var s struct{ ID string }
		if err := json.Unmarshal(item, &s); err != nil {
			t.Fatal(err)
		}
		var a StoryAnswer
		if err := json.Unmarshal(get(t, "/api/v1/stories/"+s.ID, 200), &a); err != nil {
			t.Fatal(err)
		}
		if a.Pages == 5 {
			found = true
			if a.Texts != 3 || len(a.Sayings) != 3 || len(a.Quotes) != 7 || len(a.Events) != 3 || len(a.NotAnalysed) != 1 || len(a.Standings) != 6 {
				t.Errorf("%d texts, %d sayings, %d quotes, %d events, %d standings", a.Texts, len(a.Sayings), len(a.Quotes), len(a.Events), len(a.Standings))
			}
			get(t, "/api/v1/about/"+s.ID+"?type=article", 200)
		}
	}
	if !found {
		t.Error("no story of five pages")
	}
}

func TestErrors(t *testing.T) {
	for path, want := range map[string]int{
		"/api/v1/lines": 400, "/api/v1/lines?type=rumour": 400, "/api/v1/lines?type=quote&limit=0": 400, "/api/v1/lines?type=quote&limit=1001": 400,
		"/api/v1/lines/none": 404, "/api/v1/stories/none": 404, "/api/v1/search": 400, "/api/v1/none": 404, "/api/v1/about/x?type=": 400,
		"/api/v1/search?q=nothingofthekind": 200, "/api/v1/about/none?type=quote": 200, "/api/v1/counts": 200,
	} {
		body := get(t, path, want)
		if want == 200 {
			continue
		}
		var p Problem
		if err := json.Unmarshal(body, &p); err != nil || p.Status != want || p.Detail == "" {
			t.Errorf("%s: %s", path, body)
		}
	}
	if b := get(t, "/api/v1/search?q=reef+lights", 200); !bytes.Contains(b, []byte("El Faro")) {
		t.Errorf("search: %s", b)
	}
}

// TestDescription pins the description: what was once in it stays. What comes
// is written down by -update.
func TestDescription(t *testing.T) {
	got, err := json.MarshalIndent(Description(), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, '\n')
	const path = "../../docs/openapi.json"
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var now, pinned any
	if err := json.Unmarshal(got, &now); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(want, &pinned); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	stays(t, "", pinned, now)
	if b := get(t, "/api/v1/openapi.json", 200); !jsonEqual(b, got) {
		t.Error("the description served is another")
	}
}

// stays reports what of the pinned description is gone from it.
func stays(t *testing.T, path string, pinned, now any) {
	switch p := pinned.(type) {
	case map[string]any:
		n, _ := now.(map[string]any)
		for k, v := range p {
			if _, ok := n[k]; !ok {
				t.Errorf("%s/%s is gone", path, k)
				continue
			}
			if k != "description" && k != "summary" && k != "version" {
				stays(t, path+"/"+k, v, n[k])
			}
		}
	case []any:
		n, _ := now.([]any)
		if len(n) < len(p) {
			t.Errorf("%s is shorter", path)
			return
		}
		if strings.HasSuffix(path, "/required") || strings.HasSuffix(path, "/enum") {
			have := map[any]bool{}
			for _, v := range n {
				have[v] = true
			}
			for _, v := range p {
				if !have[v] {
					t.Errorf("%s: %v is gone", path, v)
				}
			}
			return
		}
		for i := range p {
			stays(t, path, p[i], n[i])
		}
	default:
		if pinned != now {
			t.Errorf("%s was %v and is %v", path, pinned, now)
		}
	}
}
