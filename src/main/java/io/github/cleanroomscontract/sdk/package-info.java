/**
 * The schemas held against the classes of an AWS SDK for Java 2: read by reflection, so that it is
 * the user's SDK, of whatever version, and none comes with the kit.
 */
package io.github.cleanroomscontract.sdk;
