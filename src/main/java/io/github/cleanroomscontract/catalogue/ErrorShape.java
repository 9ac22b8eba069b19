package io.github.cleanroomscontract.catalogue;

/**
 * An error of the API.
 *
 * @param name its name, such as {@code ThrottlingException}
 * @param status the HTTP status that it comes with
 * @param shape what its body has to be
 */
public record ErrorShape(String name, int status, Shape shape) {}
