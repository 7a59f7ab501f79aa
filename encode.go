package stemma

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

// Encode writes v, or what v points to, as one JSON line without its newline:
// as encoding/json does, but that no list is null and characters of HTML stand
// as they are. It is written here because lists that are null would have to be
// filled first, in a copy, which took as long as the writing.
func Encode(v any) ([]byte, error) {
	e := encoder{b: make([]byte, 0, 1024)}
	e.value(reflect.ValueOf(v))
	return e.b, e.err
}

type encoder struct {
	b   []byte
	err error
}

var (
	refType       = reflect.TypeFor[Ref]()
	timeType      = reflect.TypeFor[time.Time]()
	marshalerType = reflect.TypeFor[json.Marshaler]()
)

func (e *encoder) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if v.Type() == refType && (v.Len() == 0 || strings.ContainsAny(v.String(), "<>&")) {
			e.other(v)
			return
		}
		e.string(v.String())
	case reflect.Int:
		e.b = strconv.AppendInt(e.b, v.Int(), 10)
	case reflect.Bool:
		e.b = strconv.AppendBool(e.b, v.Bool())
	case reflect.Float64:
		if f := math.Abs(v.Float()); f == 0 || f >= 1e-6 && f < 1e21 { // others are written with an exponent
			e.b = strconv.AppendFloat(e.b, v.Float(), 'f', -1, 64)
			return
		}
		e.other(v)
	case reflect.Pointer:
		if v.IsNil() {
			e.b = append(e.b, "null"...)
			return
		}
		e.value(v.Elem())
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			e.other(v)
			return
		}
		e.b = append(e.b, '[')
		for i := range v.Len() {
			if i > 0 {
				e.b = append(e.b, ',')
			}
			e.value(v.Index(i))
		}
		e.b = append(e.b, ']')
	case reflect.Struct:
		if v.Type() == timeType {
			e.time(v.Interface().(time.Time))
			return
		}
		fields := fieldsOf(v.Type())
		if fields == nil {
			e.other(v)
			return
		}
		for i, f := range fields {
			e.b = append(e.b, f.name...)
			if i == 0 {
				e.b[len(e.b)-len(f.name)] = '{'
			}
			e.value(v.FieldByIndex(f.index))
		}
		e.b = append(e.b, '}')
	default:
		e.other(v)
	}
}

func (e *encoder) time(t time.Time) {
	b, err := t.AppendText(append(e.b, '"'))
	if err != nil {
		e.err = cmp.Or(e.err, fmt.Errorf("write a line: %w", err))
		return
	}
	e.b = append(b, '"')
}

// other writes what has a way of its own to be written, or is no line's.
func (e *encoder) other(v reflect.Value) {
	var b bytes.Buffer
	j := json.NewEncoder(&b)
	j.SetEscapeHTML(false)
	if err := j.Encode(v.Interface()); err != nil {
		e.err = cmp.Or(e.err, fmt.Errorf("write a line: %w", err))
	}
	e.b = append(e.b, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...)
}

// field is one field of a struct, and of those it embeds.
type field struct {
	name  string // `,"name":`
	index []int
}

var fields sync.Map // what fieldsOf found, by type

// fieldsOf returns the fields a struct is written with, in order; nil where it
// has none or is written in a way of its own.
func fieldsOf(t reflect.Type) []field {
	if f, ok := fields.Load(t); ok {
		return f.([]field)
	}
	var out []field
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case t.Implements(marshalerType) || options != "":
			out = nil
			fields.Store(t, out)
			return out
		case f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct:
			for _, in := range fieldsOf(f.Type) {
				out = append(out, field{in.name, append([]int{i}, in.index...)})
			}
		case f.IsExported() && name != "-":
			if name == "" {
				name = f.Name
			}
			out = append(out, field{`,"` + name + `":`, []int{i}})
		}
	}
	fields.Store(t, out)
	return out
}

// string writes s in quotation marks.
func (e *encoder) string(s string) {
	b := append(e.b, '"')
	from := 0 // what is not written yet
	for i := 0; i < len(s); {
		c, n := rune(s[i]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRuneInString(s[i:])
		}
		if c >= ' ' && c != '"' && c != '\\' && c != '\u2028' && c != '\u2029' && (c != utf8.RuneError || n > 1) {
			i += n
			continue
		}
		b = append(b, s[from:i]...)
		switch c {
		case '"', '\\':
			b = append(b, '\\', byte(c))
		case '\b':
			b = append(b, `\b`...)
		case '\f':
			b = append(b, `\f`...)
		case '\n':
			b = append(b, `\n`...)
		case '\r':
			b = append(b, `\r`...)
		case '\t':
			b = append(b, `\t`...)
		default:
			const hex = "0123456789abcdef"
			b = append(b, '\\', 'u', hex[c>>12&15], hex[c>>8&15], hex[c>>4&15], hex[c&15])
		}
		i += n
		from = i
	}
	e.b = append(append(b, s[from:]...), '"')
}
