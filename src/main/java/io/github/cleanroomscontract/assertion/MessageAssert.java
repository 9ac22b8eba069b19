package io.github.cleanroomscontract.assertion;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.validation.UnknownPolicy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;

/**
 * What can be asserted of a message. Members, enum values and variants that the contract does not
 * have are errors here in both directions, unless {@link #tolerating} says otherwise. Immutable and
 * thread-safe: each step is an assertion of its own that can be kept and gone on from.
 */
public final class MessageAssert {

  private final Subject subject;
  private final Setting setting;

  private MessageAssert(Subject subject, Setting setting) {
    this.subject = subject;
    this.setting = setting;
  }

  static MessageAssert of(Subject subject) {
    return new MessageAssert(subject, Setting.STRICT);
  }

  private MessageAssert with(Setting other) {
    return new MessageAssert(subject, other);
  }

  /**
   * Judges by the contract of a day.
   *
   * @throws IllegalArgumentException if the API did not exist yet
   */
  public MessageAssert asOf(LocalDate day) {
    return with(setting.asOf(day));
  }

  /**
   * Judges by the contract of a day.
   *
   * @param day such as {@code 2025-04-30}
   * @throws IllegalArgumentException if it is no day, or the API did not exist yet
   */
  public MessageAssert asOf(String day) {
    return asOf(day(day));
  }

  private static LocalDate day(String day) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a day is written 2025-04-30, not " + day, e);
    }
  }

  /** Judges with what is known of the world around the call, which some rules need. */
  public MessageAssert with(CallContext known) {
    return with(setting.context(Objects.requireNonNull(known)));
  }

  /**
   * Judges an answer with the request that it answers, which some rules need.
   *
   * @param request the input of the operation, as any payload is given
   * @throws IllegalArgumentException if that is none, or is not in the contract itself
   * @throws IllegalStateException if this is no answer
   */
  public MessageAssert answering(Object request) {
    if (subject.message().direction() == Direction.REQUEST) {
      throw new IllegalStateException("a request answers nothing");
    }
    Subject asked = Subject.of(subject.message().operation(), Direction.REQUEST, request);
    Judged judged = Judged.of(asked, setting);
    if (!judged.report().valid()) {
      throw new IllegalArgumentException(
          "what is answered has to be in the contract, but it has "
              + judged.told(judged.findings()));
    }
    return with(setting.request(asked.message().payload()));
  }

  /**
   * Judges the HTTP status of an answer, too.
   *
   * @throws IllegalArgumentException if it is no status
   * @throws IllegalStateException if this is no answer
   */
  public MessageAssert withStatus(int status) {
    return new MessageAssert(subject.withStatus(status), setting);
  }

  /** Judges by the published model alone, without the rules that are documented beyond it. */
  public MessageAssert modelOnly() {
    return with(setting.ofModelOnly());
  }

  /**
   * Judges members, enum values and variants that the contract does not have by a policy. Drift is
   * out of the contract, too.
   */
  public MessageAssert tolerating(UnknownPolicy policy) {
    return with(setting.unknown(Objects.requireNonNull(policy)));
  }

  /**
   * Asserts that the message is in the contract. Warnings do not count.
   *
   * @return this
   * @throws AssertionError if it is not
   */
  public MessageAssert conforms() {
    Judged judged = Judged.of(subject, setting);
    if (!judged.report().valid()) {
      throw judged.failure(
          "conform to the contract of " + setting.day(),
          "it has " + judged.told(judged.findings()));
    }
    return this;
  }

  /**
   * Asserts that the message is in the contract of a day. Warnings do not count.
   *
   * @return this
   * @throws AssertionError if it is not
   * @throws IllegalArgumentException if the API did not exist yet
   */
  public MessageAssert conformsAsOf(LocalDate day) {
    asOf(day).conforms();
    return this;
  }

  /**
   * Asserts that the message is in the contract of a day. Warnings do not count.
   *
   * @param day such as {@code 2025-04-30}
   * @return this
   * @throws AssertionError if it is not
   * @throws IllegalArgumentException if it is no day, or the API did not exist yet
   */
  public MessageAssert conformsAsOf(String day) {
    return conformsAsOf(day(day));
  }

  /**
   * Asserts that the message violates a rule, be it a warning's; it may violate others, too.
   *
   * @param rule the rule's id
   * @return what can be asserted of the violation
   * @throws AssertionError if it does not
   * @throws IllegalArgumentException if there is no such rule, or it is not checked
   */
  public ViolationAssert violates(String rule) {
    RuleIds.requireChecked(rule, setting.modelOnly());
    Judged judged = Judged.of(subject, setting);
    if (judged.of(rule).isEmpty()) {
      throw judged.failure(
          "violate \"" + rule + "\"", judged.instead("violates something else") + judged.gap(rule));
    }
    return new ViolationAssert(this, judged, List.of(rule), false);
  }

  /**
   * Asserts that the message violates all these rules and no other. Warnings count.
   *
   * @param rule a rule's id
   * @param more ids of more rules
   * @return what can be asserted of the violations
   * @throws AssertionError if it does not
   * @throws IllegalArgumentException if there is no such rule, or it is not checked
   */
  public ViolationAssert onlyViolates(String rule, String... more) {
    List<String> rules = Wording.all(rule, more);
    rules.forEach(each -> RuleIds.requireChecked(each, setting.modelOnly()));
    Judged judged = Judged.of(subject, setting);
    judged.requireOnly(rules);
    return new ViolationAssert(this, judged, rules, true);
  }
}
