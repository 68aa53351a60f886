//! As much of JSON Schema as `vessels schema` uses.

use serde_json::Value;

/// Whether `value` fits `schema`.
pub(crate) fn validate(schema: &Value, value: &Value) -> Result<(), String> {
    Validator { root: schema }.at(schema, value, "")
}

const KNOWN: &[&str] = &[
    "$schema",
    "$defs",
    "$ref",
    "title",
    "description",
    "default",
    "examples",
    "type",
    "enum",
    "anyOf",
    "oneOf",
    "allOf",
    "not",
    "properties",
    "additionalProperties",
    "required",
    "minProperties",
    "maxProperties",
    "propertyNames",
    "items",
    "minItems",
    "maxItems",
    "minimum",
    "maximum",
    "exclusiveMinimum",
];

struct Validator<'a> {
    root: &'a Value,
}

impl Validator<'_> {
    fn at(&self, schema: &Value, value: &Value, path: &str) -> Result<(), String> {
        let Value::Object(keywords) = schema else {
            return match schema {
                Value::Bool(true) => Ok(()),
                _ => Err(format!("{path}: refused")),
            };
        };
        for (keyword, wanted) in keywords {
            assert!(
                KNOWN.contains(&keyword.as_str()),
                "keyword `{keyword}` is not known to the test"
            );
            self.keyword(schema, keyword, wanted, value, path)?;
        }
        Ok(())
    }

    fn keyword(
        &self,
        schema: &Value,
        keyword: &str,
        wanted: &Value,
        value: &Value,
        path: &str,
    ) -> Result<(), String> {
        let list = || wanted.as_array().unwrap();
        let fits = |s: &&Value| self.at(s, value, path).is_ok();
        let size = || wanted.as_u64().unwrap() as usize;
        let holds = match keyword {
            "$ref" => {
                let pointer = wanted.as_str().unwrap().trim_start_matches('#');
                let target = self.root.pointer(pointer).expect("a definition");
                return self.at(target, value, path);
            }
            "type" => has_type(value, wanted.as_str().unwrap()),
            "enum" => list().contains(value),
            "anyOf" => list().iter().any(|s| fits(&s)),
            "oneOf" => list().iter().filter(fits).count() == 1,
            "allOf" => {
                return list().iter().try_for_each(|s| self.at(s, value, path));
            }
            "not" => !fits(&wanted),
            "minimum" => value.as_f64().is_none_or(|v| v >= wanted.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|v| v <= wanted.as_f64().unwrap()),
            "exclusiveMinimum" => value.as_f64().is_none_or(|v| v > wanted.as_f64().unwrap()),
            "minItems" => value.as_array().is_none_or(|v| v.len() >= size()),
            "maxItems" => value.as_array().is_none_or(|v| v.len() <= size()),
            "minProperties" => value.as_object().is_none_or(|v| v.len() >= size()),
            "maxProperties" => value.as_object().is_none_or(|v| v.len() <= size()),
            "required" => value
                .as_object()
                .is_none_or(|v| list().iter().all(|k| v.contains_key(k.as_str().unwrap()))),
            "items" => {
                let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
                return items
                    .iter()
                    .enumerate()
                    .try_for_each(|(i, item)| self.at(wanted, item, &format!("{path}.{i}")));
            }
            "properties" => return self.properties(wanted, value, path),
            "additionalProperties" => return self.additional(schema, wanted, value, path),
            _ => true,
        };
        if holds {
            Ok(())
        } else {
            Err(format!("{path}: {value} against {keyword} {wanted}"))
        }
    }

    fn properties(&self, wanted: &Value, value: &Value, path: &str) -> Result<(), String> {
        let Some(object) = value.as_object() else {
            return Ok(());
        };
        object
            .iter()
            .try_for_each(|(key, inner)| match wanted.get(key) {
                Some(schema) => self.at(schema, inner, &format!("{path}.{key}")),
                None => Ok(()),
            })
    }

    fn additional(
        &self,
        schema: &Value,
        wanted: &Value,
        value: &Value,
        path: &str,
    ) -> Result<(), String> {
        let Some(object) = value.as_object() else {
            return Ok(());
        };
        let named = |key: &str| {
            schema
                .get("properties")
                .is_some_and(|p| p.get(key).is_some())
        };
        object
            .iter()
            .filter(|(key, _)| !named(key))
            .try_for_each(|(key, inner)| self.at(wanted, inner, &format!("{path}.{key}")))
    }
}

fn has_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|v| v.fract() == 0.0),
        other => panic!("type `{other}` is not known to the test"),
    }
}
