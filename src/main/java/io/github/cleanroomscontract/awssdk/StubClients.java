package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.watch.ContractWatch;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsAsyncClient;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsBaseClientBuilder;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;

/**
 * The SDK's own clients, whose calls a stand-in answers. They read nothing from the machine,
 * neither credentials nor region nor profile, and retry without waiting.
 */
public final class StubClients {

  private StubClients() {}

  /**
   * Returns a synchronous client.
   *
   * @param stub what answers
   * @param watch the watch that its calls belong to; if empty, that is told as for any client
   */
  public static CleanRoomsClient sync(ContractStub stub, Optional<ContractWatch> watch) {
    return sync(new StubHttpClient(stub), watch);
  }

  /**
   * Returns a synchronous client with a way to whatever answers.
   *
   * @param http the way
   * @param watch the watch that its calls belong to; if empty, that is told as for any client
   */
  public static CleanRoomsClient sync(SdkHttpClient http, Optional<ContractWatch> watch) {
    return settled(CleanRoomsClient.builder(), watch).httpClient(http).build();
  }

  /**
   * Returns an asynchronous client.
   *
   * @param stub what answers
   * @param watch the watch that its calls belong to; if empty, that is told as for any client
   */
  public static CleanRoomsAsyncClient async(ContractStub stub, Optional<ContractWatch> watch) {
    return async(new StubAsyncHttpClient(stub), watch);
  }

  /**
   * Returns an asynchronous client with a way to whatever answers.
   *
   * @param http the way
   * @param watch the watch that its calls belong to; if empty, that is told as for any client
   */
  public static CleanRoomsAsyncClient async(
      SdkAsyncHttpClient http, Optional<ContractWatch> watch) {
    return settled(CleanRoomsAsyncClient.builder(), watch).httpClient(http).build();
  }

  private static <B extends CleanRoomsBaseClientBuilder<B, C>, C> B settled(
      B builder, Optional<ContractWatch> watch) {
    return builder
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("stand-in", "stand-in")))
        .overrideConfiguration(settings(watch));
  }

  private static ClientOverrideConfiguration settings(Optional<ContractWatch> watch) {
    ClientOverrideConfiguration.Builder settings =
        ClientOverrideConfiguration.builder()
            .defaultProfileFile(ProfileFile.aggregator().build())
            .retryStrategy(
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                    .backoffStrategy(BackoffStrategy.retryImmediately())
                    .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                    .build());
    watch.map(ContractInterceptor::of).ifPresent(settings::addExecutionInterceptor);
    return settings.build();
  }
}
