package io.github.cleanroomscontract.awssdk;

import java.net.URI;
import software.amazon.awssdk.regions.Region;

/**
 * Where calls go.
 *
 * @param region the region that they are signed for
 * @param endpoint scheme, host, port and what is before every path
 */
record Place(Region region, URI endpoint) {

  /** Returns what is before every path; empty if nothing is. */
  String path() {
    String path = endpoint.getRawPath() == null ? "" : endpoint.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
