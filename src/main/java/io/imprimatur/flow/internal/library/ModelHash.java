package io.imprimatur.flow.internal.library;

import io.imprimatur.platform.CanonicalJson;
import io.imprimatur.platform.Sha256;
import java.util.Map;
import java.util.TreeMap;

/** One hash over files that are deployed together: SHA-256 of the canonical JSON (RFC 8785) of name to SHA-256. */
final class ModelHash {
    static String of(Map<String, byte[]> files) {
        var hashes = new TreeMap<String, String>();
        files.forEach((name, bytes) -> hashes.put(name, Sha256.hex(bytes)));
        return Sha256.hex(CanonicalJson.bytes(hashes));
    }

    private ModelHash() {}
}
