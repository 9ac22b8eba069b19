/**
 * HTTP exchanges of the API: which operation a request is for, the input put back together from
 * path, query and body, and the judgement of both messages. No HTTP library is needed.
 */
package io.github.cleanroomscontract.exchange;
