package io.github.cleanroomscontract.awssdk;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.endpoint.DualstackEnabledProvider;
import software.amazon.awssdk.awscore.endpoint.FipsEnabledProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.cleanrooms.endpoints.CleanRoomsEndpointProvider;

/** What the AWS configuration of this machine says, as the SDK reads it. Immutable. */
final class Machine {

  private final Optional<String> profile;

  /**
   * @param profile the profile that is meant; empty for whichever the SDK takes
   * @throws IllegalArgumentException if there is no such profile
   */
  Machine(Optional<String> profile) {
    this.profile = profile;
    if (profile.isPresent() && file().profile(profile.get()).isEmpty()) {
      throw new IllegalArgumentException(
          "there is no profile \""
              + profile.get()
              + "\" in the AWS configuration of this machine; it has "
              + (file().profiles().isEmpty()
                  ? "none"
                  : String.join(", ", file().profiles().keySet())));
    }
  }

  private static ProfileFile file() {
    return ProfileFile.defaultProfileFile();
  }

  /** Returns the profile that is in force. */
  String profile() {
    return profile.orElseGet(ProfileFileSystemSetting.AWS_PROFILE::getStringValueOrThrow);
  }

  /** Returns what credentials come from. */
  CredentialSource credentials() {
    AwsCredentialsProvider provider =
        profile.isPresent()
            ? ProfileCredentialsProvider.create(profile.get())
            : DefaultCredentialsProvider.builder().build();
    return new CredentialSource(provider, profile);
  }

  /**
   * Returns the region that is in force.
   *
   * @param told the region that is meant; empty for whichever the SDK takes
   * @throws IllegalArgumentException if there is none
   */
  Region region(Optional<String> told) {
    if (told.isPresent()) {
      return Region.of(told.get());
    }
    try {
      return DefaultAwsRegionProviderChain.builder()
          .profileFile(Machine::file)
          .profileName(profile())
          .build()
          .getRegion();
    } catch (SdkException e) {
      throw new IllegalArgumentException(
          "no region is told: name one, such as eu-west-1, or set AWS_REGION, or put region into the"
              + " profile \""
              + profile()
              + "\"",
          e);
    }
  }

  /** Returns the endpoint of the service in a region. */
  URI endpoint(Region region) {
    Supplier<ProfileFile> file = Machine::file;
    return CleanRoomsEndpointProvider.defaultProvider()
        .resolveEndpoint(
            where ->
                where
                    .region(region)
                    .useFips(
                        FipsEnabledProvider.builder()
                            .profileFile(file)
                            .profileName(profile())
                            .build()
                            .isFipsEnabled()
                            .orElse(false))
                    .useDualStack(
                        DualstackEnabledProvider.builder()
                            .profileFile(file)
                            .profileName(profile())
                            .build()
                            .isDualstackEnabled()
                            .orElse(false)))
        .join()
        .url();
  }
}
