/*
 * version - the version of the program, in one place.
 */
#ifndef CLI_VERSION_H
#define CLI_VERSION_H

#define VAGLIO_VERSION "0.1.0"

#endif
