package io.github.cleanroomscontract.awssdk;

import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * What credentials come from.
 *
 * @param provider the SDK's
 * @param profile the profile that was named
 */
record CredentialSource(AwsCredentialsProvider provider, Optional<String> profile)
    implements AutoCloseable {

  /** There are none; the message says what to do. */
  static final class NoCredentials extends Exception {

    private static final long serialVersionUID = 1L;

    private NoCredentials(String message) {
      super(message);
    }
  }

  /** Returns those that are in force now. */
  AwsCredentials resolve() throws NoCredentials {
    try {
      return provider.resolveCredentials();
    } catch (RuntimeException | LinkageError e) {
      // The cause is not kept: what processes and services say may be confidential.
      throw new NoCredentials(sentence(e));
    }
  }

  /** Ends what fetches them anew. */
  @Override
  public void close() {
    if (provider instanceof SdkAutoCloseable open) {
      open.close();
    }
  }

  private String sentence(Throwable failure) {
    String why = reason(failure);
    return profile
        .map(
            name ->
                "the credentials of profile \""
                    + name
                    + "\" cannot be had"
                    + why
                    + ": sign in, such as with aws sso login --profile "
                    + name
                    + ", or mend the profile")
        .orElse(
            "there are no AWS credentials"
                + why
                + ": sign in, such as with aws sso login, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID"
                + " and AWS_SECRET_ACCESS_KEY");
  }

  /** Says no more than what kind of failure it is. */
  private static String reason(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof AwsServiceException service && service.awsErrorDetails() != null) {
        return " (" + service.awsErrorDetails().errorCode() + ")";
      }
      if (each instanceof SocketException || each instanceof UnknownHostException) {
        return " (what gives them cannot be reached)";
      }
      if (each instanceof NoSuchFileException) {
        return " (a file that they come from is not there)";
      }
      if (String.valueOf(each.getMessage()).contains("must be on the class path")) {
        return " (the modules sts, sso and ssooidc of the AWS SDK have to be on the class path)";
      }
    }
    return "";
  }
}
