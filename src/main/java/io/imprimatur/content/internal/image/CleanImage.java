package io.imprimatur.content.internal.image;

/**
 * An image without metadata; its pixels are untouched.
 *
 * @param type media type
 * @param width in pixels, as stored: before a rotation that the file asks for
 */
public record CleanImage(String type, byte[] bytes, int width, int height) {}
