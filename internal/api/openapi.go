package api

import (
	"encoding/json"
	"net/http"
	"reflect"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/export"
)

// param is one parameter of a path.
type param struct {
	name, in, about string
	must            bool
	schema          map[string]any
}

var (
	pID    = param{"id", "path", "the id of a line", true, map[string]any{"type": "string"}}
	pType  = param{"type", "query", "the type of lines", true, map[string]any{"type": "string", "enum": export.Types}}
	pAfter = param{"after", "query", "go on after this id: the next of the answer before", false, map[string]any{"type": "string"}}
	pLimit = param{"limit", "query", "the most items of an answer", false, map[string]any{"type": "integer", "minimum": 1, "maximum": mostLines, "default": usualLines}}
	pFrom  = param{"from", "query", "the first article of a long story, counted from 0", false, map[string]any{"type": "integer", "minimum": 0, "default": 0}}
	pWords = param{"q", "query", "words; all must stand in the article, those in quotation marks together", true, map[string]any{"type": "string", "maxLength": 1000}}
)

// Description is the API in OpenAPI 3.1. The schemas are made from the types
// that are written, so they cannot differ from them.
func Description() map[string]any {
	d := &describer{schemas: map[string]any{}}
	var union []any
	for _, typ := range export.Types {
		v, err := export.New(typ)
		if err != nil {
			panic("internal error: " + err.Error())
		}
		union = append(union, d.of(reflect.TypeOf(v).Elem()))
	}
	d.schemas["Line"] = map[string]any{"oneOf": union, "description": "one line of the record, as an export writes it; its type says which"}
	d.schemas["Counts"] = map[string]any{"type": "object", "additionalProperties": map[string]any{"type": "integer"}}
	for _, v := range []any{Lines{}, StoryAnswer{}, Found{}, Problem{}} {
		d.of(reflect.TypeOf(v))
	}
	paths := map[string]any{}
	for _, r := range routes {
		paths[r.path] = operation(r)
	}
	paths["/api/v1/export.jsonl"] = map[string]any{"get": map[string]any{
		"summary":   "The whole record as JSON lines, the header first.",
		"responses": map[string]any{"200": map[string]any{"description": "lines", "content": map[string]any{"application/jsonl": map[string]any{}}}},
	}}
	return map[string]any{
		"openapi":    "3.1.0",
		"info":       map[string]any{"title": "stemma", "version": stemma.Version, "description": "The record of a story, read only. Offsets are bytes of an article's text, half-open."},
		"paths":      paths,
		"components": map[string]any{"schemas": d.schemas},
	}
}

func operation(r route) map[string]any {
	params := []any{}
	for _, p := range r.params {
		params = append(params, map[string]any{"name": p.name, "in": p.in, "description": p.about, "required": p.must, "schema": p.schema})
	}
	problem := map[string]any{"description": "what is wrong", "content": map[string]any{"application/problem+json": map[string]any{"schema": ref("Problem")}}}
	return map[string]any{"get": map[string]any{
		"summary":    r.about,
		"parameters": params,
		"responses": map[string]any{
			"200":     map[string]any{"description": http.StatusText(http.StatusOK), "content": map[string]any{"application/json": map[string]any{"schema": ref(r.schema)}}},
			"default": problem,
		},
	}}
}

func ref(name string) map[string]any { return map[string]any{"$ref": "#/components/schemas/" + name} }

// describer makes schemas of Go types by their JSON names.
type describer struct{ schemas map[string]any }

func (d *describer) of(t reflect.Type) map[string]any {
	switch t {
	case reflect.TypeFor[time.Time]():
		return map[string]any{"type": "string", "format": "date-time"}
	case reflect.TypeFor[stemma.Ref]():
		return map[string]any{"type": []any{"string", "null"}}
	case reflect.TypeFor[json.RawMessage]():
		return ref("Line")
	}
	switch t.Kind() {
	case reflect.Pointer:
		return map[string]any{"anyOf": []any{d.of(t.Elem()), map[string]any{"type": "null"}}}
	case reflect.Slice:
		return map[string]any{"type": "array", "items": d.of(t.Elem())}
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	case reflect.Struct:
		if _, done := d.schemas[t.Name()]; !done {
			d.schemas[t.Name()] = nil // a type that holds itself ends here
			d.schemas[t.Name()] = d.object(t)
		}
		return ref(t.Name())
	}
	panic("internal error: no schema for " + t.String())
}

func (d *describer) object(t reflect.Type) map[string]any {
	props, must := map[string]any{}, []any{}
	var add func(t reflect.Type)
	add = func(t reflect.Type) {
		for i := range t.NumField() {
			f := t.Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if f.Anonymous && name == "" {
				add(f.Type)
				continue
			}
			if name == "" || name == "-" {
				continue
			}
			props[name] = d.of(f.Type)
			must = append(must, name)
		}
	}
	add(t)
	return map[string]any{"type": "object", "properties": props, "required": must}
}
