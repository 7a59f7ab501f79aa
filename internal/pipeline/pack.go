package pipeline

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"sync"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/store"
)

// Readings are kept in a form of their own, which is read in a quarter of the time
// of JSON: the fields of a value in order, without names. A number is a varint
// (one with a fraction its eight bytes), a string its length and its bytes, a
// list 0 where it is nil and else its length and one, a pointer 0 or 1, a time
// its second, nanosecond and seconds east of UTC. Which fields there are, and in
// which order, is part of the key of a reading ([shapes]): what was kept by a
// program whose types were others is stale.

// shapes is a digest of the types readings are made of.
var shapes = sync.OnceValue(func() string {
	return stemma.ID("v", shape(reflect.TypeFor[Extracted]()), shape(reflect.TypeFor[Found]()))
})

// shape writes a type with the fields of all structs in it.
func shape(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Pointer:
		return "*" + shape(t.Elem())
	case reflect.Slice:
		return "[]" + shape(t.Elem())
	case reflect.Struct:
		s := t.String() + "{"
		for i := range t.NumField() {
			if t != timeType {
				s += t.Field(i).Name + " " + shape(t.Field(i).Type) + ";"
			}
		}
		return s + "}"
	}
	return t.Kind().String()
}

var timeType = reflect.TypeFor[time.Time]()

// pack writes a reading.
func pack[T any](v *T) []byte { return appendValue(make([]byte, 0, 32<<10), reflect.ValueOf(v).Elem()) }

func appendValue(b []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.String:
		return append(binary.AppendUvarint(b, uint64(v.Len())), v.String()...)
	case reflect.Int:
		return binary.AppendVarint(b, v.Int())
	case reflect.Float64:
		return binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Float()))
	case reflect.Bool:
		if v.Bool() {
			return append(b, 1)
		}
		return append(b, 0)
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, 0)
		}
		return appendValue(append(b, 1), v.Elem())
	case reflect.Slice:
		if v.IsNil() {
			return append(b, 0)
		}
		b = binary.AppendUvarint(b, uint64(v.Len())+1)
		for i := range v.Len() {
			b = appendValue(b, v.Index(i))
		}
		return b
	case reflect.Struct:
		if v.Type() == timeType {
			t := v.Addr().Interface().(*time.Time)
			_, east := t.Zone()
			b = binary.AppendVarint(b, t.Unix())
			b = binary.AppendVarint(b, int64(t.Nanosecond()))
			return binary.AppendVarint(b, int64(east))
		}
		for i := range v.NumField() {
			b = appendValue(b, v.Field(i))
		}
		return b
	}
	panic("internal error: a reading cannot hold a " + v.Kind().String())
}

// unpack reads a reading back. what says of what it is.
func unpack[T any](b []byte, what string) (v T, err error) {
	u := &unpacker{rest: string(b)}
	u.value(reflect.ValueOf(&v).Elem())
	if u.bad || u.rest != "" {
		return v, fmt.Errorf("reading of %s: %w: it does not end where it should", what, store.ErrDamaged)
	}
	return v, nil
}

// unpacker reads values. Strings are parts of the reading, not copies.
type unpacker struct {
	rest string
	bad  bool // it ended too early: all that is read from then on is 0
}

func (u *unpacker) uvarint() uint64 {
	var x uint64
	for i := 0; i < len(u.rest) && i < binary.MaxVarintLen64; i++ {
		c := u.rest[i]
		x |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			u.rest = u.rest[i+1:]
			return x
		}
	}
	u.rest, u.bad = "", true
	return 0
}

func (u *unpacker) varint() int64 {
	x := u.uvarint()
	return int64(x>>1) ^ -int64(x&1)
}

// take is the next n bytes.
func (u *unpacker) take(n uint64) string {
	if n > uint64(len(u.rest)) {
		u.rest, u.bad = "", true
		return ""
	}
	s := u.rest[:n]
	u.rest = u.rest[n:]
	return s
}

func (u *unpacker) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(u.take(u.uvarint()))
	case reflect.Int:
		v.SetInt(u.varint())
	case reflect.Float64:
		if s := u.take(8); !u.bad {
			v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64([]byte(s))))
		}
	case reflect.Bool:
		v.SetBool(u.take(1) == "\x01")
	case reflect.Pointer:
		if u.take(1) == "\x01" {
			v.Set(reflect.New(v.Type().Elem()))
			u.value(v.Elem())
		}
	case reflect.Slice:
		n := u.uvarint()
		if n == 0 {
			return
		}
		if n--; n > uint64(len(u.rest)) { // each takes a byte or more
			u.rest, u.bad = "", true
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), int(n), int(n)))
		for i := range v.Len() {
			u.value(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == timeType {
			*v.Addr().Interface().(*time.Time) = u.time()
			return
		}
		for i := range v.NumField() {
			u.value(v.Field(i))
		}
	}
}

func (u *unpacker) time() time.Time {
	sec, nano, east := u.varint(), u.varint(), u.varint()
	t := time.Unix(sec, nano)
	if east == 0 {
		return t.UTC()
	}
	return t.In(time.FixedZone("", int(east)))
}
