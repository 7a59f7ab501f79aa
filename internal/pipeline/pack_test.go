package pipeline

import (
	"bytes"
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/stemma-news/stemma/internal/store"
)

// fill gives every field of v a value that is not its zero.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("é" + v.Type().Name())
	case reflect.Int:
		v.SetInt(-300)
	case reflect.Float64:
		v.SetFloat(0.1)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(1))
	case reflect.Struct:
		if v.Type() == timeType {
			v.Set(reflect.ValueOf(time.Date(2021, 6, 22, 1, 2, 3, 4, time.FixedZone("", 23400))))
			return
		}
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	}
}

// TestPack holds that a reading comes back as it was, and that one cut short
// does not.
func TestPack(t *testing.T) {
	var full Found
	fill(reflect.ValueOf(&full).Elem())
	for _, f := range []Found{{}, full} {
		b := pack(&f)
		got, err := unpack[Found](b, "a page")
		if err != nil || !reflect.DeepEqual(got, f) {
			t.Errorf("%+v came back as %+v (%v)", f, got, err)
		}
		for n := range b {
			if _, err := unpack[Found](b[:n], "a page"); !errors.Is(err, store.ErrDamaged) {
				t.Fatalf("cut to %d of %d bytes: %v", n, len(b), err)
			}
		}
	}
}

// FuzzUnpack reads any bytes: what comes of them, if anything, is packed to what
// gives the same.
func FuzzUnpack(f *testing.F) {
	var full Extracted
	fill(reflect.ValueOf(&full).Elem())
	f.Add(pack(&full))
	f.Add([]byte{2, 0xff, 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, b []byte) {
		v, err := unpack[Extracted](b, "a page")
		if err != nil {
			return
		}
		packed := pack(&v)
		again, err := unpack[Extracted](packed, "a page")
		if err != nil || !bytes.Equal(pack(&again), packed) {
			t.Errorf("%x is packed to %x, which gives another value (%v)", b, packed, err)
		}
	})
}
