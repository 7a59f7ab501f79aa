package stemma

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// draw fills v: lists are never null, since Encode writes them so.
func draw(t *rapid.T, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "a<b&c>\u2028\u2029\x00\x1f\x7f\b\f\"\\\n\r\t", "\xff\xe2\x80", "дым"})).Draw(t, "string"))
	case reflect.Int:
		v.SetInt(rapid.Int64().Draw(t, "int"))
	case reflect.Float64:
		v.SetFloat(rapid.OneOf(rapid.Float64(), rapid.SampledFrom([]float64{0, -0.5, 1e-6, 9e-7, 1e21, 9e20, 0.1})).Draw(t, "float"))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "bool"))
	case reflect.Pointer:
		if rapid.Bool().Draw(t, "there") {
			v.Set(reflect.New(v.Type().Elem()))
			draw(t, v.Elem())
		}
	case reflect.Slice:
		n := rapid.IntRange(0, 2).Draw(t, "length")
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			draw(t, v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == timeType {
			v.Set(reflect.ValueOf(time.Unix(rapid.Int64Range(-6e10, 2e11).Draw(t, "time"), 5).UTC()))
			return
		}
		for i := range v.NumField() {
			draw(t, v.Field(i))
		}
	}
}

// TestEncode holds lines of every type against encoding/json, byte for byte.
func TestEncode(t *testing.T) {
	types := []any{Header{}, Capture{}, Article{}, Entity{}, Quote{}, Saying{}, Telling{}, Event{}, Figure{}, Copy{}, Family{}, Story{}, Standing{}, Correction{}, Skip{}, Facts{}}
	rapid.Check(t, func(t *rapid.T) {
		v := reflect.New(reflect.TypeOf(rapid.SampledFrom(types).Draw(t, "type")))
		draw(t, v.Elem())
		var want bytes.Buffer
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		if err := e.Encode(v.Interface()); err != nil {
			t.Fatal(err)
		}
		got, err := Encode(v.Interface())
		if err != nil || string(got)+"\n" != want.String() {
			t.Errorf("%s\nis to be\n%s(%v)", got, &want, err)
		}
	})
	for _, v := range types { // nothing filled: each list stands, none is null
		b, err := Encode(v)
		if err != nil || !json.Valid(b) {
			t.Errorf("%T: %s (%v)", v, b, err)
		}
		ty := reflect.TypeOf(v)
		for i := range ty.NumField() {
			if f := ty.Field(i); f.Type.Kind() == reflect.Slice && !strings.Contains(string(b), `"`+f.Tag.Get("json")+`":[]`) {
				t.Errorf("%T: %s is no empty list in %s", v, f.Name, b)
			}
		}
	}
}
