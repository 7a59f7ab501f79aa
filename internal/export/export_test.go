package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/store"
	"github.com/stemma-news/stemma/internal/view"
)

var update = flag.Bool("update", false, "rewrite the committed answers")

const record = "../../testdata/harbour/record.jsonl"

// TestContract pins the names of every field of every type of line. Fields may
// be added (-update writes them down, and pins them from then on); one that
// goes, is renamed or becomes another kind fails.
func TestContract(t *testing.T) {
	const path = "testdata/contract.txt"
	got := fields()
	b, err := os.ReadFile(path)
	if err != nil && !*update {
		t.Fatal(err)
	}
	have := map[string]bool{}
	for _, l := range got {
		have[l] = true
	}
	for _, l := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if l != "" && !have[l] {
			t.Errorf("the field %q is gone: readers of schema %d rely on it", l, stemma.Schema)
		}
	}
	text := strings.Join(got, "\n") + "\n"
	if *update && !t.Failed() {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if string(b) != text && !t.Failed() {
		t.Log("fields were added: go test ./internal/export -update writes them down")
	}
}

// fields lists "type.field kind" of every type, in the order of their JSON.
func fields() []string {
	var out []string
	var walk func(path string, t reflect.Type)
	walk = func(path string, t reflect.Type) {
		for t.Kind() == reflect.Pointer {
			t, path = t.Elem(), path+"?"
		}
		switch {
		case t == reflect.TypeFor[time.Time]():
			out = append(out, path+" time")
		case t == reflect.TypeFor[stemma.Ref]():
			out = append(out, path+" id or null")
		case t.Kind() == reflect.Slice:
			walk(path+"[]", t.Elem())
		case t.Kind() == reflect.Struct:
			for i := range t.NumField() {
				f := t.Field(i)
				if name := f.Tag.Get("json"); f.Anonymous && name == "" {
					walk(path, f.Type)
				} else {
					walk(path+"."+name, f.Type)
				}
			}
		default:
			out = append(out, path+" "+t.Kind().String())
		}
	}
	for _, typ := range append([]string{"stemma"}, Types...) {
		v, err := New(typ)
		if err != nil {
			panic(err)
		}
		walk(typ, reflect.TypeOf(v).Elem())
	}
	return out
}

func open(t testing.TB) (*view.Memory, []byte) {
	b, err := os.ReadFile(record)
	if err != nil {
		t.Fatal(err)
	}
	m, err := view.ReadLines(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return m, b
}

// TestRoundTrip holds that what is exported can be read and exported again,
// byte for byte.
func TestRoundTrip(t *testing.T) {
	m, want := open(t)
	for range 3 {
		var b bytes.Buffer
		if err := JSONL(t.Context(), &b, m); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(b.Bytes(), want) {
			t.Fatal("the export of the lines is not the lines")
		}
	}
}

// TestShape holds what a reader may rely on: the header first, types in their
// order, each in order of id, and no list null in any line.
func TestShape(t *testing.T) {
	m, _ := open(t)
	var b bytes.Buffer
	if err := JSONL(t.Context(), &b, m); err != nil {
		t.Fatal(err)
	}
	rank := map[string]int{"stemma": -1}
	for i, typ := range Types {
		rank[typ] = i
	}
	sc := bufio.NewScanner(&b)
	sc.Buffer(nil, 1<<24)
	last, lastID := -2, ""
	for n := 1; sc.Scan(); n++ {
		var l struct{ Type, ID string }
		if err := json.Unmarshal(sc.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf(`{"type":"stemma","schema":%d,"program":"stemma %s"}`, stemma.Schema, stemma.Version); n == 1 && sc.Text() != want {
			t.Errorf("the first line is %s", sc.Text())
		}
		r, ok := rank[l.Type]
		if !ok || r < last || r == last && l.ID != "" && l.ID <= lastID {
			t.Errorf("line %d, %s %s, is out of order", n, l.Type, l.ID)
		}
		last, lastID = r, l.ID
	}
}

// TestListsAreNeverNull encodes an empty value of every type.
func TestListsAreNeverNull(t *testing.T) {
	for _, typ := range Types {
		v, err := New(typ)
		if err != nil {
			t.Fatal(err)
		}
		b, err := stemma.Encode(reflect.ValueOf(v).Elem().Interface())
		if err != nil {
			t.Fatal(err)
		}
		var m map[string]json.RawMessage
		if err := json.Unmarshal(b, &m); err != nil {
			t.Fatal(err)
		}
		rt := reflect.TypeOf(v).Elem()
		for i := range rt.NumField() {
			if f := rt.Field(i); f.Type.Kind() == reflect.Slice && string(m[f.Tag.Get("json")]) != "[]" {
				t.Errorf("%s.%s is %s where it is empty", typ, f.Tag.Get("json"), m[f.Tag.Get("json")])
			}
		}
	}
}

func TestUnknownType(t *testing.T) {
	if _, err := New("rumour"); !errors.Is(err, ErrType) {
		t.Error(err)
	}
	if _, err := view.ReadLines(strings.NewReader("{}\n")); !errors.Is(err, store.ErrNotRecord) {
		t.Error(err)
	}
}
