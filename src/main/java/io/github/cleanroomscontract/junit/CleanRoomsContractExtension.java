package io.github.cleanroomscontract.junit;

import io.github.cleanroomscontract.context.AnalyticsEngine;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.coverage.CoverageSession;
import io.github.cleanroomscontract.coverage.CoverageSettings;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.stub.UnknownResources;
import io.github.cleanroomscontract.validation.UnknownPolicy;
import io.github.cleanroomscontract.watch.ContractWatch;
import io.github.cleanroomscontract.watch.Exemption;
import io.github.cleanroomscontract.watch.FindingFilter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;

/**
 * What {@link CleanRoomsContract} does, for registration by hand with what an annotation cannot
 * say:
 *
 * <pre>{@code
 * @RegisterExtension
 * static CleanRoomsContractExtension contract =
 *     CleanRoomsContractExtension.builder().context(known).build();
 * }</pre>
 *
 * <p>In a static field it also sees the calls that are made before and after all tests. Immutable
 * and thread-safe.
 */
public final class CleanRoomsContractExtension
    implements BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        InvocationInterceptor,
        ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(CleanRoomsContractExtension.class);
  private static final String WATCHED = "watched";

  /** A watch, and the unique id of what it was opened for. */
  private record Watched(String by, ContractWatch watch) {}

  private final Optional<Settings> own;

  /** Creates an extension that does as the annotation says; for JUnit. */
  public CleanRoomsContractExtension() {
    this(Optional.empty());
  }

  private CleanRoomsContractExtension(Optional<Settings> own) {
    this.own = own;
  }

  /** Returns a builder for an extension to be registered by hand. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    // What is expected is expected of tests; before and after them it may come, too.
    open(context, settings(context).forClass());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    open(context, settings(context));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    finish(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    finish(context);
  }

  private Settings settings(ExtensionContext context) {
    try {
      Settings settings =
          own.orElseGet(
              () ->
                  Annotations.contract(context)
                      .map(Settings::of)
                      .orElseThrow(
                          () ->
                              new IllegalArgumentException(
                                  "write @CleanRoomsContract, or register what"
                                      + " CleanRoomsContractExtension.builder() builds")));
      return settings.and(Annotations.expected(context), Annotations.exemptions(context));
    } catch (IllegalArgumentException e) {
      throw refused(context, e);
    }
  }

  private static ExtensionConfigurationException refused(
      ExtensionContext context, IllegalArgumentException e) {
    return new ExtensionConfigurationException(
        Names.of(context) + ": @CleanRoomsContract cannot be followed: " + e.getMessage(), e);
  }

  private void open(ExtensionContext context, Settings settings) {
    Optional<Watched> around = watched(context);
    if (around.filter(each -> each.by().equals(context.getUniqueId())).isPresent()) {
      throw new ExtensionConfigurationException(
          Names.of(context)
              + ": the extension is registered twice, by @CleanRoomsContract and by hand: choose"
              + " one");
    }
    ContractWatch.Builder watch;
    try {
      watch = settings.watch(Names.of(context));
    } catch (IllegalArgumentException e) {
      throw refused(context, e);
    }
    around.map(Watched::watch).ifPresent(watch::within);
    watch.listener(coverage(context)::record);
    context
        .getStore(NAMESPACE)
        .put(WATCHED, new Watched(context.getUniqueId(), watch.openUnbound()));
  }

  /** One for all tests, which JUnit closes after the last; it fails there below its floor. */
  private static CoverageSession coverage(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            CoverageSession.class,
            type -> CoverageSession.start(CoverageSettings.of(context::getConfigurationParameter)),
            CoverageSession.class);
  }

  private void finish(ExtensionContext context) {
    Optional<Watched> watched =
        watched(context).filter(each -> each.by().equals(context.getUniqueId()));
    if (watched.isEmpty()) {
      // It could not be opened, which JUnit tells already.
      return;
    }
    ContractWatch watch = watched.get().watch();
    try {
      watch
          .failure()
          .ifPresent(
              text -> {
                throw new AssertionFailedError(text);
              });
    } finally {
      watch.close();
    }
  }

  private static Optional<Watched> watched(ExtensionContext context) {
    return Optional.ofNullable(context.getStore(NAMESPACE).get(WATCHED, Watched.class));
  }

  private static Optional<ContractWatch> watch(ExtensionContext context) {
    return watched(context).map(Watched::watch);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Injection.supports(parameter.getParameter());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new Injection(context.getStore(NAMESPACE), settings(context), watch(context))
        .resolve(parameter.getParameter());
  }

  /** Calls count for the watch whose code runs, on the thread that runs it. */
  private static <T> T bound(Invocation<T> invocation, ExtensionContext context) throws Throwable {
    Optional<ContractWatch> watch = watch(context);
    if (watch.isEmpty()) {
      return invocation.proceed();
    }
    ContractWatch.Binding binding = watch.get().bind();
    try {
      return invocation.proceed();
    } finally {
      binding.close();
    }
  }

  @Override
  public <T> T interceptTestClassConstructor(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Constructor<T>> invoked,
      ExtensionContext context)
      throws Throwable {
    return bound(invocation, context);
  }

  @Override
  public void interceptBeforeAllMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invoked,
      ExtensionContext context)
      throws Throwable {
    bound(invocation, context);
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invoked,
      ExtensionContext context)
      throws Throwable {
    bound(invocation, context);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invoked,
      ExtensionContext context)
      throws Throwable {
    bound(invocation, context);
  }

  @Override
  public <T> T interceptTestFactoryMethod(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Method> invoked,
      ExtensionContext context)
      throws Throwable {
    return bound(invocation, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invoked,
      ExtensionContext context)
      throws Throwable {
    bound(invocation, context);
  }

  @Override
  public void interceptDynamicTest(
      Invocation<Void> invocation, DynamicTestInvocationContext invoked, ExtensionContext context)
      throws Throwable {
    bound(invocation, context);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invoked,
      ExtensionContext context)
      throws Throwable {
    bound(invocation, context);
  }

  @Override
  public void interceptAfterAllMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invoked,
      ExtensionContext context)
      throws Throwable {
    bound(invocation, context);
  }

  /** Collects what an extension is told. Not thread-safe. */
  public static final class Builder {

    private LocalDate asOf;
    private Severity failOn = Severity.DRIFT;
    private UnknownPolicy unknown = UnknownPolicy.ERROR;
    private boolean modelOnly;
    private String callerAccount;
    private AnalyticsEngine engine;
    private CallContext context;
    private boolean showSensitive;
    private UnknownResources unknownResources = UnknownResources.ADOPT;
    private final List<FindingFilter> expected = new ArrayList<>();
    private final List<Exemption> exemptions = new ArrayList<>();

    private Builder() {}

    /** Sets the day whose contract is checked against; the newest unless set. */
    public Builder asOf(LocalDate day) {
      this.asOf = day;
      return this;
    }

    /** Sets the least severity that fails a test; drift unless set. */
    public Builder failOn(Severity least) {
      this.failOn = least;
      return this;
    }

    /** Sets how members, enum values and variants count that the contract does not have. */
    public Builder unknown(UnknownPolicy policy) {
      this.unknown = policy;
      return this;
    }

    /** Sets whether to leave out the rules that are documented beyond the published model. */
    public Builder modelOnly(boolean only) {
      this.modelOnly = only;
      return this;
    }

    /** Sets the account that makes the calls, 12 digits. */
    public Builder callerAccount(String account) {
      this.callerAccount = account;
      return this;
    }

    /** Sets the analytics engine of the collaboration. */
    public Builder engine(AnalyticsEngine of) {
      this.engine = of;
      return this;
    }

    /** Sets what is known beside the calls; each test takes a copy. */
    public Builder context(CallContext known) {
      this.context = known;
      return this;
    }

    /** Sets whether failures may show query texts, parameters, and other sensitive values. */
    public Builder showSensitive(boolean show) {
      this.showSensitive = show;
      return this;
    }

    /** Sets what the stand-in does about resources that no call has made. */
    public Builder unknownResources(UnknownResources what) {
      this.unknownResources = what;
      return this;
    }

    /** Adds findings that each test has to have, and that then do not count. */
    public Builder expect(FindingFilter findings) {
      expected.add(findings);
      return this;
    }

    /**
     * Adds findings that do not count.
     *
     * @param reason why they do not; must not be blank
     */
    public Builder exempt(FindingFilter findings, String reason) {
      exemptions.add(new Exemption(findings, reason));
      return this;
    }

    /** Returns the extension. */
    public CleanRoomsContractExtension build() {
      return new CleanRoomsContractExtension(
          Optional.of(
              new Settings(
                  Optional.ofNullable(asOf),
                  failOn,
                  unknown,
                  modelOnly,
                  Optional.ofNullable(callerAccount),
                  Optional.ofNullable(engine),
                  List.of(),
                  Optional.ofNullable(context),
                  showSensitive,
                  unknownResources,
                  List.copyOf(expected),
                  List.copyOf(exemptions))));
    }
  }
}
