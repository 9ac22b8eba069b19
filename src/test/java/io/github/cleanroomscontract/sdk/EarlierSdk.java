package io.github.cleanroomscontract.sdk;

import io.github.cleanroomscontract.catalogue.Catalogue;
import java.time.LocalDate;

/** An SDK that has just what the contract had on a day. */
public final class EarlierSdk {

  private EarlierSdk() {}

  /** Returns how the SDK of a day differs from the newest contract. */
  public static SdkDrift of(LocalDate day) {
    return SdkDrift.compare("of " + day, CatalogueReader.read(Catalogue.asOf(day)));
  }
}
