package io.github.cleanroomscontract.catalogue;

import io.github.cleanroomscontract.internal.schema.SchemaFiles;
import java.time.LocalDate;

/** Catalogues of other schema files than those of the kit. */
public final class CatalogueOf {

  private CatalogueOf() {}

  /** The catalogue of a day that files state. */
  public static Catalogue files(LocalDate day, SchemaFiles files) {
    return new Catalogue(day, files);
  }
}
