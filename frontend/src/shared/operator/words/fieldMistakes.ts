import { msg } from "@lingui/core/macro";
import type { Words } from "#/shared/i18n/words";

const A_DATE = msg`Choose a date.`;
const A_LIST = msg`This has to be a list.`;
const A_NUMBER = msg`Type a number.`;
const A_TEXT = msg`Type a text.`;
const A_TIME = msg`Choose a date and a time.`;
const A_WHOLE = msg`Type a whole number.`;
const AN_OBJECT = msg`This has to be an object with fields.`;
const ONE_OF = msg({ message: "Must be one of {expected}." });
const YES_OR_NO = msg`Choose yes or no.`;

/** What the API finds wrong with one field, by its code; figures come from its params. */
export const FIELD_MISTAKES: Words = {
  bool_parsing: YES_OR_NO,
  bool_type: YES_OR_NO,
  date_from_datetime_inexact: A_DATE,
  date_from_datetime_parsing: A_DATE,
  date_type: A_DATE,
  datetime_from_date_parsing: A_TIME,
  datetime_parsing: A_TIME,
  datetime_type: A_TIME,
  dict_type: AN_OBJECT,
  enum: ONE_OF,
  extra_forbidden: msg`This is not known here.`,
  finite_number: A_NUMBER,
  float_parsing: A_NUMBER,
  float_type: A_NUMBER,
  greater_than_equal: msg({ message: "Must be at least {ge}." }),
  int_from_float: A_WHOLE,
  int_parsing: A_WHOLE,
  int_parsing_size: msg`This number has too many digits.`,
  int_type: A_WHOLE,
  json_invalid: msg({
    message: "This is not JSON: it cannot be read from character {position} on.",
  }),
  less_than_equal: msg({ message: "Must be at most {le}." }),
  list_type: A_LIST,
  literal_error: ONE_OF,
  missing: msg`This is needed.`,
  model_attributes_type: AN_OBJECT,
  model_type: AN_OBJECT,
  string_too_long: msg({ message: "Type at most {max_length} characters." }),
  string_too_short: msg({ message: "Type at least {min_length} characters." }),
  string_type: A_TEXT,
  string_unicode: msg`A character is broken: type it anew.`,
  timezone_aware: A_TIME,
  too_long: msg({ message: "Must have at most {max_length} entries." }),
  too_short: msg({ message: "Must have at least {min_length} entries." }),

  alone: msg({ message: "Give this and “{other}” together, or neither." }),
  broken_character: msg`A character is broken: type it anew.`,
  control_characters: msg`Control characters are not allowed: remove them.`,
  less_than_other: msg({ message: "Must not be less than “{other}”." }),
  no_name: msg`Must be more than dots.`,
  not_a_digest: msg`Must be 64 hexadecimal digits.`,
  not_a_time_of_day: msg`Choose a time, as 22:00.`,
  not_a_time_zone: msg`Choose a time zone, as Europe/Berlin.`,
  not_ascii: msg`Use unaccented letters, digits and signs only.`,
  not_later_than_other: msg({ message: "Must be later than “{other}”." }),
  not_plain_json: msg`Something in this is not JSON.`,
  number_out_of_range: msg`A number in this is too large.`,
  too_deep: msg({ message: "Must not be nested deeper than {deepest} levels." }),
  twice: msg`Something is named twice: name each once.`,
  year_out_of_range: msg({ message: "Must lie between the years {earliest} and {latest}." }),
};
