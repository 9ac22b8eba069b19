package io.github.cleanroomscontract.finding;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rules of the kit itself and of the published model: the one list of their ids, messages and
 * reasons. What the documentation states beyond the model stands beside the schemas.
 */
public final class Rules {

  private static final Map<String, Rule> ALL = new HashMap<>();

  private static final String RFC_8259 = "RFC 8259, the JSON format";
  private static final String MODEL = "the published model of the API";
  private static final String PROTOCOL = "the REST-JSON protocol of the API";
  private static final String KIT = "this kit";

  // The text itself.

  /** Nothing but white space. */
  public static final Rule JSON_EMPTY =
      error("json.empty", "the text is empty", "An empty text is not JSON.", RFC_8259);

  /** Not UTF-8. */
  public static final Rule JSON_ENCODING =
      error(
          "json.encoding",
          "the bytes are not UTF-8: {found}",
          "JSON travels as UTF-8; other bytes are read differently, or not at all, by every client.",
          RFC_8259);

  /** Byte order mark. */
  public static final Rule JSON_BYTE_ORDER_MARK =
      error(
          "json.byte-order-mark",
          "the text begins with a byte order mark",
          "JSON must not be sent with one, and many parsers refuse it.",
          RFC_8259);

  /** Not JSON. */
  public static final Rule JSON_SYNTAX =
      error(
          "json.syntax",
          "the text is not JSON: unexpected {found}",
          "Nothing can be said about what is not JSON.",
          RFC_8259);

  /** Cut off. */
  public static final Rule JSON_TRUNCATED =
      error(
          "json.truncated",
          "the text ends before its JSON value is complete",
          "Usually a capture that was cut off.",
          RFC_8259);

  /** Text after the value. */
  public static final Rule JSON_TRAILING_TEXT =
      error(
          "json.trailing-text",
          "something follows the JSON value",
          "A body is one JSON value; what follows would be ignored by some clients and refused by"
              + " others.",
          RFC_8259);

  /** The same key twice. */
  public static final Rule JSON_DUPLICATE_KEY =
      error(
          "json.duplicate-key",
          "member {member} stands twice in one object",
          "Clients keep the first, the last, or refuse; a second variant of a union could hide"
              + " behind it.",
          RFC_8259);

  /** A number beyond double. */
  public static final Rule JSON_NUMBER =
      error(
          "json.number",
          "the number is beyond what a double can hold",
          "Clients would read it as infinity, or fail.",
          RFC_8259);

  /** Nested too deeply. */
  public static final Rule JSON_DEPTH =
      error(
          "json.depth",
          "objects and lists nest more than {expected} levels deep",
          "No shape of the API nests so deep; parsers overflow on such input.",
          KIT);

  // The model.

  /** Wrong JSON type. */
  public static final Rule TYPE =
      error(
          "type",
          "{shape} is {expected}; found {found}",
          "A client that reads the value as the declared type fails, or silently reads nothing.",
          MODEL);

  /** Missing member. */
  public static final Rule REQUIRED =
      error(
          "required",
          "{shape} needs member {member}, which is missing",
          "The service refuses a request without it; a client that relies on it in a response meets"
              + " null.",
          MODEL);

  /** Unknown member. */
  public static final Rule UNKNOWN_MEMBER =
      error(
          "unknown-member",
          "{shape} has no member {member}",
          "The SDKs drop it without a word: what it was meant to say is never sent, or never read.",
          MODEL);

  /** Value outside an enum. */
  public static final Rule ENUM =
      error(
          "enum",
          "{shape} is one of {expected}; found {found}",
          "The SDKs send any string, and read an unknown one as UNKNOWN_TO_SDK_VERSION.",
          MODEL);

  /** Pattern not matched. */
  public static final Rule PATTERN =
      error(
          "pattern",
          "{shape} matches {expected}; found {found}",
          "The service refuses the value; no SDK checks patterns.",
          MODEL);

  /** String too short or too long. */
  public static final Rule LENGTH =
      error(
          "length",
          "{shape} has {expected}; found {found}",
          "The service refuses the value; no SDK checks maximum lengths.",
          MODEL);

  /** Number too small or too great. */
  public static final Rule RANGE =
      error(
          "range",
          "{shape} is {expected}; found {found}",
          "The service refuses the value; no SDK checks maximums.",
          MODEL);

  /** Too few or too many items or entries. */
  public static final Rule SIZE =
      error(
          "size",
          "{shape} has {expected}; found {found}",
          "The service refuses the list or map.",
          MODEL);

  /** Key of a map. */
  public static final Rule MAP_KEY =
      error(
          "map-key",
          "a key of {shape} {expected}; found {found}",
          "The service refuses the map; no SDK checks keys.",
          MODEL);

  /** No variant. */
  public static final Rule UNION_EMPTY =
      error(
          "union.empty",
          "set exactly one of {expected} in {shape}; found none",
          "A tagged union without a variant says nothing; the service refuses it.",
          MODEL);

  /** Two variants. */
  public static final Rule UNION_MULTIPLE =
      error(
          "union.multiple",
          "set exactly one of {expected} in {shape}; found {found}",
          "The SDK for Java sends both, and reads a response with both as a union of no type.",
          MODEL);

  /** Unknown variant. */
  public static final Rule UNION_UNKNOWN_VARIANT =
      error(
          "union.unknown-variant",
          "set exactly one of {expected} in {shape}; found {found}",
          "The SDKs drop it, so that an empty union is sent or read.",
          MODEL);

  // Answers and errors.

  /** Wrong status. */
  public static final Rule HTTP_STATUS =
      error(
          "http.status",
          "{operation} answers with HTTP {expected}; found {found}",
          "Clients tell success from failure by the status.",
          MODEL);

  /** No operation. */
  public static final Rule HTTP_UNKNOWN_OPERATION =
      error(
          "http.unknown-operation",
          "no operation is asked for by {found}",
          "The service answers that it does not know the operation.",
          PROTOCOL);

  /** Member of the path or the query in the body. */
  public static final Rule HTTP_MISPLACED_MEMBER =
      error(
          "http.misplaced-member",
          "{member} of {operation} travels in the {expected}; found in the body",
          "The service does not look for it there.",
          PROTOCOL);

  /** Broken escape in path or query. */
  public static final Rule HTTP_ESCAPE =
      error(
          "http.escape",
          "a percent sign in path or query of {operation} is not followed by two hexadecimal digits",
          "Servers refuse such a request, or read another value than was meant.",
          PROTOCOL);

  /** Error that the operation does not declare. */
  public static final Rule ERROR_UNDECLARED =
      error(
          "error.undeclared",
          "{operation} does not declare {found}; it declares {expected}",
          "A client has no typed exception for it, and no handler that expects it.",
          MODEL);

  /** Error with another status. */
  public static final Rule ERROR_STATUS =
      error(
          "error.status",
          "{shape} comes with HTTP {expected}; found {found}",
          "Clients choose between retrying and giving up by the status.",
          MODEL);

  /** Not one of the errors. */
  public static final Rule ERROR_UNIDENTIFIED =
      error(
          "error.unidentified",
          "the body is none of the errors that {operation} declares: {expected}",
          "A client reads it as an exception of no type.",
          PROTOCOL);

  // What came later than the day that the contract is of.

  /** Operation that came later. */
  public static final Rule RELEASE_OPERATION =
      error(
          "release.operation",
          "{operation} exists since {expected}; this is the contract of {found}",
          "Clients and endpoints of the earlier day do not know the operation.",
          MODEL);

  /** Member that came later. */
  public static final Rule RELEASE_MEMBER =
      error(
          "release.member",
          "{member} of {shape} exists since {expected}; this is the contract of {found}",
          "An SDK of the earlier day drops the member, or cannot set it.",
          MODEL);

  /** Variant that came later. */
  public static final Rule RELEASE_VARIANT =
      error(
          "release.variant",
          "variant {member} of {shape} exists since {expected}; this is the contract of {found}",
          "An SDK of the earlier day reads or sends a union of no type.",
          MODEL);

  /** Enum value that came later. */
  public static final Rule RELEASE_ENUM_VALUE =
      error(
          "release.enum-value",
          "{member} of {shape} exists since {expected}; this is the contract of {found}",
          "An SDK of the earlier day reads it as UNKNOWN_TO_SDK_VERSION.",
          MODEL);

  // Inputs that could not be checked.

  /** Cannot be read. */
  public static final Rule INPUT_UNREADABLE =
      error("input.unreadable", "cannot be read: {found}", "Nothing was checked.", KIT);

  /** Whoever ran it ended it. */
  public static final Rule INPUT_INTERRUPTED =
      error(
          "input.interrupted",
          "interrupted: {found}",
          "What was not looked at must not look like what passed.",
          KIT);

  /** The kit failed. */
  public static final Rule INPUT_FAULT =
      error(
          "input.fault",
          "could not be judged, which is a fault of the kit: {found}",
          "Nothing is known of this message; the others were judged. Please report it.",
          KIT);

  /** Nothing to check. */
  public static final Rule INPUT_NO_MATCH =
      error(
          "input.no-match",
          "holds no .json or .jsonl file",
          "A check of nothing must not look like a check that passed.",
          KIT);

  /** Operation or direction not told. */
  public static final Rule INPUT_UNIDENTIFIED =
      error(
          "input.unidentified",
          "cannot tell {expected} of this payload",
          "A bare payload does not say what it is.",
          KIT);

  /** No such operation. */
  public static final Rule INPUT_UNKNOWN_OPERATION =
      error(
          "input.unknown-operation",
          "there is no schema for an operation {found}",
          "Nothing was checked.",
          KIT);

  /** Not an envelope. */
  public static final Rule INPUT_ENVELOPE =
      error(
          "input.envelope",
          "not an envelope: {found}",
          "A line of a capture says operation, direction and payload.",
          KIT);

  /** What a message says of its circumstances is of no use. */
  public static final Rule INPUT_CONTEXT =
      error(
          "input.context",
          "what the message says to be known cannot be used: {found}",
          "What is wrongly known makes wrong verdicts.",
          KIT);

  /** Not the form of capture that it was said to be, or none that is known. */
  public static final Rule INPUT_FORMAT =
      error(
          "input.format",
          "cannot be read as a capture: {found}",
          "What is read in the wrong way gets the wrong verdict.",
          KIT);

  /** Left out on purpose. */
  public static final Rule INPUT_SKIPPED =
      rule(
          "input.skipped",
          Severity.INFO,
          "left out: {found}",
          "It is no message of the API, or holds nothing that could be judged.",
          KIT);

  /** Redacted or cut off. */
  public static final Rule INPUT_REDACTED =
      rule(
          "input.redacted",
          Severity.UNVERIFIED,
          "the capture does not tell: {found}",
          "Nothing can be said about a value that was redacted or cut off.",
          KIT);

  // What comes of asking the service.

  /** The service refuses what the contract allows. */
  public static final Rule REPLAY_STRICTER =
      rule(
          "replay.stricter",
          Severity.DRIFT,
          "{operation} refuses what the contract allows: {found}",
          "Either the contract lacks a rule of the service, or the service asks for what only it"
              + " knows.",
          KIT);

  /** The service accepts what the contract forbids. */
  public static final Rule REPLAY_LAXER =
      rule(
          "replay.laxer",
          Severity.DRIFT,
          "{operation} accepts what the contract forbids: {found}",
          "Whoever relies on the contract refuses what the service would have taken.",
          KIT);

  /** What only several answers show together. */
  public static final Rule REPLAY_ANSWERS =
      error(
          "replay.answers",
          "the answers of {operation} do not fit together: {found}",
          "A client that takes one after the other, as pages, goes wrong.",
          KIT);

  /** Not asked, or asked in vain. */
  public static final Rule REPLAY_NOT_ASKED =
      rule(
          "replay.not-asked",
          Severity.INFO,
          "{operation} says nothing: {found}",
          "Nothing is known of what the service would have said.",
          KIT);

  /** Could not be asked, or said nothing of use. */
  public static final Rule REPLAY_FAILED =
      error(
          "replay.failed",
          "{operation} could not be asked: {found}",
          "Nothing is known of what the service would have said.",
          KIT);

  private Rules() {}

  /** Returns these rules, by id. */
  public static Collection<Rule> all() {
    return Collections.unmodifiableCollection(new TreeMap<>(ALL).values());
  }

  /** Returns the rule of that id. */
  public static Optional<Rule> find(String id) {
    return Optional.ofNullable(ALL.get(id));
  }

  private static Rule error(String id, String message, String reason, String basis) {
    return rule(id, Severity.ERROR, message, reason, basis);
  }

  private static Rule rule(
      String id, Severity severity, String message, String reason, String basis) {
    boolean model = basis.equals(MODEL) || basis.equals(PROTOCOL);
    Rule rule =
        new Rule(
            id,
            model ? Rule.Kind.MODEL : Rule.Kind.INPUT,
            severity,
            message,
            reason,
            basis,
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    ALL.put(id, rule);
    return rule;
  }
}
