/** The benchmarks: their work, the engine's by JMH, and the service's over HTTP. {@code script/bench} runs them; no test does. */
@NullMarked
package dev.dbwarden.bench;

import org.jspecify.annotations.NullMarked;
