package io.github.cleanroomscontract.sdk;

/** There is no SDK with the Clean Rooms module, or it cannot be read; the message says which. */
public final class SdkUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SdkUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
