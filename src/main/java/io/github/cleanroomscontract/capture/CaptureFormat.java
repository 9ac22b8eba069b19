package io.github.cleanroomscontract.capture;

import java.util.Locale;

/** The forms in which captures come. */
public enum CaptureFormat {
  /** A payload by itself: the whole input of an operation, its output, or the body of an error. */
  PAYLOAD,
  /** A payload in an envelope that says what it is. */
  ENVELOPE,
  /** An HTTP request, with its response if there was one, in the kit's own form. */
  EXCHANGE,
  /** An HTTP Archive, as browsers and proxies write it. */
  HAR,
  /** What the AWS CLI reads with {@code --cli-input-json}, or prints. */
  AWS_CLI,
  /** What boto3 returned, dumped as JSON, or recorded by placebo. */
  BOTO3,
  /** Records of CloudTrail. */
  CLOUDTRAIL;

  /** Returns whether all of such a text is judged, or is an envelope's to judge. */
  boolean isOnlyPayload() {
    return this == PAYLOAD || this == ENVELOPE;
  }

  /** Returns the name as users write it, such as {@code aws-cli}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
