package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.finding.Finding;

/**
 * A finding whose place in the source is still to be looked up.
 *
 * @param finding the finding
 * @param spot the pointer of what to point at, which may be a member of what is wrong
 * @param atKey whether to point at the key of that member instead of its value
 * @param offset where it is in the text, if that is known already; else -1
 */
record Draft(Finding finding, String spot, boolean atKey, int offset) {

  static Draft at(Finding finding, String spot) {
    return new Draft(finding, spot, false, -1);
  }

  static Draft atKey(Finding finding, String spot) {
    return new Draft(finding, spot, true, -1);
  }

  static Draft atOffset(Finding finding, int offset) {
    return new Draft(finding, finding.pointer(), false, offset);
  }
}
